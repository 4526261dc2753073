"""Small articles with their labels, a model that repeats what it is asked, results made by hand.

The articles are invented.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from summarizer.evaluation.gold import Gold, TrapSeverity, load_gold
from summarizer.evaluation.recordings import header_of
from summarizer.evaluation.results import (
    ArticleResult,
    ArticleState,
    RunResult,
    Score,
    Scored,
    System,
    TrapOutcome,
)
from summarizer.evaluation.runner import NO_MODEL, Plan, cassette_path, run
from summarizer.evaluation.yaml import dump_yaml
from summarizer.llm.model import SMALL, Model, Profile, Request
from summarizer.llm.scripted import Scripted, ScriptedModel
from summarizer.prompting import Prompt, load_prompts

TOLL = """\
Selby Bridge Toll To Double

The Port of Selby will double the bridge toll to 4 crowns on 2 June 2031.

About 12,000 drivers cross the bridge every day, according to the Selby Courier.

It is not known who will pay for the new booths.
"""
POND = """\
Mill Pond In Orrin Is Drained

The council of Orrin drained the mill pond on Monday to mend the sluice.

A warden moved 40 carp to the lake.
"""
AGAIN = "summarizer eval record --missing --model scripted"
LABELLER = {"who": "A. Reader", "kind": "person", "how": "by hand", "date": "2031-01-02"}
_PART = re.compile(r"^\((\w+)\) (.+)$", re.MULTILINE)


def span(text: str, words: str) -> dict[str, int | str]:
    """Where the words stand in the text, as gold writes it."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def labels(name: str, text: str, *claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The content of a gold file.

    Args:
        claims: fields of each, with ``words`` of the article in place of ``evidence``.
        more: ``traps``, ``open_questions``; ``published`` is the article's.
    """
    about = {
        "id": name,
        "file": f"{name}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "genre": "local news",
        "published": more.pop("published", None),
    }
    plain = {"weight": 2, "commitment": "factual"}
    listed: list[dict[str, Any]] = []
    for number, claim in enumerate(claims, start=1):
        fields = {k: v for k, v in claim.items() if k != "words"}
        evidence = [[span(text, claim["words"])]]
        listed.append({"id": f"g{number}", **plain, "evidence": evidence, **fields})
    return {"article": about, "labelled_by": dict(LABELLER), "claims": listed, **more}


def toll_labels(**article: Any) -> dict[str, Any]:
    """Three claims, one open question, two critical traps; ``article`` has fields of its own."""
    made = labels(
        "toll",
        TOLL,
        {
            "text": "The Port of Selby will double the bridge toll to 4 crowns on 2 June 2031.",
            "words": "The Port of Selby will double the bridge toll to 4 crowns on 2 June 2031.",
            "weight": 3,
            "commitment": "intended",
        },
        {
            "text": "About 12,000 drivers cross the bridge every day.",
            "words": "About 12,000 drivers cross the bridge every day, according to the Selby"
            " Courier.",
            "commitment": "reported",
            "attribution": [{"source": "Selby Courier", "kind": "outlet"}],
            "quantities": [
                {"text": "12,000 drivers", "value": 12000, "modifier": "approx", "of": "drivers"}
            ],
        },
        {
            "text": "It is not known who will pay for the new booths.",
            "words": "It is not known who will pay for the new booths.",
            "commitment": "unknown",
        },
        traps=[
            {
                "id": "t1",
                "text": "About 21,000 drivers cross the bridge every day.",
                "kind": "number",
                "severity": "critical",
                "of": "g2",
            },
            {
                "id": "t2",
                "text": "The port will pay for the new booths.",
                "kind": "hedge",
                "severity": "critical",
                "of": "g3",
            },
        ],
        open_questions=[{"text": "Who will pay for the new booths?", "claim": "g3"}],
    )
    made["article"] |= article
    return made


def pond_labels() -> dict[str, Any]:
    """Two claims and nothing else."""
    return labels(
        "pond",
        POND,
        {
            "text": "The council of Orrin drained the mill pond on Monday to mend the sluice.",
            "words": "The council of Orrin drained the mill pond on Monday to mend the sluice.",
            "weight": 3,
        },
        {
            "text": "A warden moved 40 carp to the lake.",
            "words": "A warden moved 40 carp to the lake.",
            "quantities": [{"text": "40 carp", "value": 40, "of": "carp"}],
        },
    )


def saved(folder: Path, data: dict[str, Any], text: str | None = None) -> Gold:
    """The labels, written to ``gold``, and with a text the article, written to ``articles``."""
    article = data["article"]
    path = folder / "gold" / f"{article['id']}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_yaml(data), encoding="utf-8")
    if text is not None:
        (folder / "articles").mkdir(exist_ok=True)
        (folder / "articles" / article["file"]).write_bytes(text.encode())
    return load_gold(path)


def two_articles(folder: Path) -> list[Gold]:
    """Both articles with their labels."""
    return [saved(folder, toll_labels(), TOLL), saved(folder, pond_labels(), POND)]


def parts(request: Request[Any]) -> dict[str, str]:
    """The labelled parts that a request is about."""
    return dict(_PART.findall(request.messages[-1].content))


def echo(request: Request[Any]) -> Scripted:
    """Each part as its own claim; of statements the first; of a whole page its second line."""
    asked = request.messages[-1].content
    if "claims" in request.schema.model_fields:
        line = asked.splitlines()[2]
        claim = {"text": line, "source": "", "quote": line}
        return {"summary": [line], "claims": [claim]}
    if request.stage == "compose":
        return {"text": asked.split("\n- ")[1].splitlines()[0]}
    return {label: [text] for label, text in parts(request).items()}


def slip(request: Request[Any]) -> Scripted:
    """Gets a number wrong at first, and right when asked again."""
    if request.stage != "extract":
        return echo(request)
    return {label: [t.replace("12,000", "21,000")] for label, t in parts(request).items()}


def stubborn(request: Request[Any]) -> Scripted:
    """Gets the number wrong each time."""
    if request.stage == "compose":
        return echo(request)
    return {label: [t.replace("12,000", "21,000")] for label, t in parts(request).items()}


def never(request: Request[Any]) -> Scripted:
    """Fails the test: nothing may be asked."""
    raise AssertionError(f"a model was asked for {request.stage}")


def asking(answer: Callable[[Request[Any]], Scripted] = echo, profile: Profile = SMALL) -> Any:
    """A model of this kind."""
    return ScriptedModel(answer, decisions=lambda _: -2.0, profile=profile)


def plan(
    folder: Path,
    *models: Model,
    system: System = "pipeline",
    prompts: dict[str, Prompt] | None = None,
    repeats: int | None = None,
) -> Plan:
    """A plan that records in ``folder/calls`` what these models say; a replay without models."""
    header = NO_MODEL if system == "lead" else header_of(ScriptedModel(echo))
    return Plan(
        name="scripted",
        system=system,
        prompts=prompts or load_prompts(),
        folder=folder / "calls",
        header=header,
        models=models,
        repeats=repeats or len(models) or 1,
        again=AGAIN,
    )


def calls(folder: Path, article: str = "toll") -> Path:
    """Where :func:`plan` records what is said of an article."""
    return cassette_path(folder / "calls", article)


async def replayed(folder: Path, golds: list[Gold], **more: Any) -> RunResult:
    """The result of a replay; no model is behind it."""
    return (await run(plan(folder, **more), golds, [folder / "articles"])).result


def states(result: RunResult) -> dict[str, str]:
    """How each article came out."""
    return {a.id: a.state for a in result.articles}


def lines(path: Path) -> list[dict[str, Any]]:
    """The recorded calls of a file, as they are written."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_lines(path: Path, calls: Sequence[Mapping[str, Any]]) -> None:
    """Write recorded calls."""
    path.write_text("".join(json.dumps(call) + "\n" for call in calls), encoding="utf-8")


def trap(number: int, *hit_by: str, severity: TrapSeverity = "critical") -> TrapOutcome:
    """The outcome of trap ``t<number>``."""
    return TrapOutcome(
        id=f"t{number}", kind="number", severity=severity, text=f"Wrong {number}.", hit_by=hit_by
    )


def result(
    name: str,
    known: Mapping[str, float | None] = MappingProxyType({}),
    *,
    state: ArticleState = "scored",
    repeat: int = 0,
    outcomes: Sequence[TrapOutcome] = (),
    split: Literal["dev", "test"] = "test",
    stages: bool = True,
    **scores: float | None,
) -> ArticleResult:
    """One article with these scores; None is one that could not be measured.

    Args:
        known: more scores.
        outcomes: of its traps.
        stages: False for one of which no stage could be scored.
    """
    found = {
        metric: Score(
            value=value,
            state="scored" if value is not None else "not_measured",
            numerator=value or 0.0,
            denominator=float(value is not None),
        )
        for metric, value in {**known, **scores}.items()
    }
    whole = Scored(scores=found, pairs=(), gold=(), predicted=(), traps=tuple(outcomes), shifts={})
    return ArticleResult(
        id=name,
        sha256="0" * 64,
        genre="local news",
        split=split,
        repeat=repeat,
        state=state,
        stages={"compose": whole} if stages else {},
    )


def run_of(*articles: ArticleResult, name: str = "one") -> RunResult:
    """A run with these results."""
    return RunResult(
        name=name,
        system="pipeline",
        model="scripted",
        recorded=True,
        prompts={},
        package_version="0.1.0",
        articles=articles,
    )
