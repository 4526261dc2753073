"""Headline, summary and key points from verified claims.

Code chooses and groups the claims; the model only words a group of several as one sentence. The
sentence is checked like a claim, against the claims that it was given. One that fails is asked for
once more, and then the group's first claim stands in its place, word for word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict

from summarizer.checks import Case, hedging, run_checks
from summarizer.checks.support import support
from summarizer.checks.who import one_claim_each
from summarizer.claims.extract import tidy
from summarizer.errors import EndpointError, ReplyError
from summarizer.llm.model import Model, Request
from summarizer.progress import Progress, Report
from summarizer.prompting import Prompt, as_shown
from summarizer.schema import Claim, Finding, StageUsage, Statement
from summarizer.text.clauses import clauses, full_verb
from summarizer.text.names import Names
from summarizer.text.words import carried, content_stems, same_content, stem

SUMMARY_SENTENCES = 3, 5
KEY_POINTS = 3, 6
_CLAIMS_PER_SENTENCE = 2
_CLAIMS_FOR_A_SENTENCE = 5  # one summary sentence for every so many claims, within the bounds
_TOKENS = 90
_LONGEST = 45  # words of a sentence that the model may make of a group
_HEADLINE, _SENTENCE = "a headline", "one sentence"
_WORDS_OF_CLAIMS = 0.85  # share of a composed sentence's words that its claims have to hold
_LONGEST_HEADLINE = 35
_ALIKE = 0.6  # groups that share more of their words than this are not chosen together
_CITES = 0.5  # share of a claim's words that a sentence has to carry to rest on it


class _Worded(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str


@dataclass(frozen=True)
class Composition:
    """What was composed; every statement rests on the claims that it names."""

    headline: Statement | None
    summary: tuple[Statement, ...]
    key_points: tuple[Statement, ...]
    usage: StageUsage


async def compose(
    claims: Sequence[Claim],
    names: Names,
    model: Model,
    prompts: Mapping[str, Prompt],
    report: Report,
) -> Composition:
    """Word the most important claims.

    Args:
        claims: accepted ones only, in the order of the source.
        names: of the document.
        prompts: ``compose``, and ``recompose`` for what failed the checks.

    Returns:
        No headline and no sentences where there are no claims; fewer than the usual three to five
        sentences and three to six points where there are fewer claims.
    """
    if not claims:
        return Composition(None, (), (), StageUsage())
    groups = summary_groups(claims)
    short = [c for c in claims if len(c.text.split()) <= _LONGEST_HEADLINE]
    headline = max(short or claims, key=lambda c: c.importance)
    wordings = [([headline], _HEADLINE), *((g, _SENTENCE) for g in groups)]
    free = asyncio.Semaphore(model.profile.concurrency)
    done = 0

    async def word(group: list[Claim], form: str) -> tuple[Statement, StageUsage]:
        nonlocal done
        async with free:
            result = await _word(group, form, names, model, prompts)
        done += 1
        report(Progress("compose", done, len(wordings), result[0].text))
        return result

    report(Progress("compose", 0, len(wordings)))
    worded = await asyncio.gather(*(word(g, f) for g, f in wordings))
    points = [Statement(text=c.text, claims=(c.id,)) for c in key_claims(claims, groups)]
    return Composition(
        headline=worded[0][0],
        summary=tuple(s for s, _ in worded[1:]),
        key_points=tuple(points),
        usage=sum((u for _, u in worded), StageUsage()),
    )


def summary_groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The groups that become the summary's sentences, in the order of the source.

    Claims of one sentence of the source belong together; the groups with the most important claims
    are taken, and of two that say much the same only the first.
    """
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.evidence[0].sentence, []).append(claim)
    groups = [g[:_CLAIMS_PER_SENTENCE] for g in by_sentence.values()]
    low, high = SUMMARY_SENTENCES
    wanted = min(high, max(low, len(claims) // _CLAIMS_FOR_A_SENTENCE))
    chosen = _diverse(groups, wanted)
    return sorted(chosen, key=lambda g: g[0].evidence[0].start)


def key_claims(claims: Sequence[Claim], groups: Sequence[Sequence[Claim]]) -> list[Claim]:
    """The most important claims that the summary does not hold already, then those that it does."""
    low, high = KEY_POINTS
    used = {c.id for g in groups for c in g}
    fresh = _diverse([[c] for c in claims if c.id not in used], high)
    points = [g[0] for g in fresh]
    if len(points) < low:
        again = _diverse([[c] for c in claims if c.id in used], low - len(points))
        points += [g[0] for g in again]
    return sorted(points, key=lambda c: c.evidence[0].start)


def _diverse(groups: list[list[Claim]], wanted: int) -> list[list[Claim]]:
    """The most important groups, those that say what another one says only as a last resort."""
    ranked = sorted(groups, key=lambda g: max(c.importance for c in g), reverse=True)
    chosen: list[list[Claim]] = []
    spare: list[list[Claim]] = []
    for group in ranked:
        if len(chosen) == wanted:
            break
        text = " ".join(c.text for c in group)
        alike = any(same_content(text, " ".join(c.text for c in g)) > _ALIKE for g in chosen)
        (spare if alike else chosen).append(group)
    return [*chosen, *spare][:wanted]


async def _word(
    group: list[Claim], form: str, names: Names, model: Model, prompts: Mapping[str, Prompt]
) -> tuple[Statement, StageUsage]:
    """The group in one sentence of the model's, or its most important claim as it stands."""
    usage = StageUsage()
    values = {"form": form, "claims": "\n".join(f"- {as_shown(c.text)}" for c in group)}
    # A sentence made of one claim is that claim; only a headline has to be shorter.
    ask = [prompts["compose"], prompts["recompose"]] if len(group) > 1 or form == _HEADLINE else []
    for prompt in ask:
        request = Request(prompt.fill(values), _Worded, _TOKENS, "compose", prompt.sha256)
        try:
            reply = await model.complete(request)
        except (EndpointError, ReplyError) as error:
            usage += error.usage or StageUsage()
            break
        usage += reply.usage
        text = tidy(reply.value.text)
        wrong = [f.message for f in problems(text, group, names)]
        if not wrong:
            return Statement(text=_as(form, text), claims=_cited(text, group)), usage
        values |= {"sentence": as_shown(text), "problem": "; ".join(wrong)}
    first = max(group, key=lambda c: c.importance)
    return Statement(text=_as(form, first.text), claims=(first.id,)), usage


def _as(form: str, text: str) -> str:
    return text.rstrip(".") if form == _HEADLINE else text


def problems(text: str, group: Sequence[Claim], names: Names) -> list[Finding]:
    """What keeps a composed sentence from standing for its claims; empty when nothing does."""
    said = " ".join(c.text for c in group)
    case = Case(
        text=text,
        part=said,
        lead="",
        evidence=said,
        before=(),
        named_before=lambda _: False,
        others=(),
        accepted=(),
        names=names,
    )
    found = [f for f in run_checks(case) if f.severity in ("severe", "fatal")]
    for start, end in clauses(text):
        nearest = max((c.text for c in group), key=lambda t: carried(text[start:end], t))
        found += hedging.check(replace(case, text=text[start:end], part=nearest))
    found += one_claim_each(text, [c.text for c in group], names)
    said_first = [stem(full_verb(c.text).lower()) for c in group]
    if any(said_first) and not set(said_first) & set(content_stems(text)):
        found.append(Finding(check="predicate", severity="fatal", message="its verb is another"))
    if support(case) < _WORDS_OF_CLAIMS:
        found.append(Finding(check="support", severity="fatal", message="it adds words"))
    if len(text.split()) > _LONGEST:
        found.append(Finding(check="complete", severity="fatal", message="it is too long"))
    return found


def _cited(text: str, group: Sequence[Claim]) -> tuple[str, ...]:
    """The claims whose words the sentence carries; all of the group if none clearly is."""
    rests = [c.id for c in group if carried(c.text, text) >= _CITES]
    return tuple(rests or [c.id for c in group])
