"""Asking once more, and once only, for what the gate did not let through."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from summarizer.claims.extract import Draft, drafts_of, reply_schema
from summarizer.claims.gate import COMPARED, Assessed, Gate
from summarizer.errors import EndpointError, ReplyError
from summarizer.llm.model import Model, Request
from summarizer.progress import Progress, Report
from summarizer.prompting import Prompt, as_shown
from summarizer.schema import Finding, StageUsage

_ROOM = 20
# What asking again cannot mend.
_HOPELESS = frozenset({"duplicate"})


def wants_repair(assessed: Assessed) -> bool:
    """Whether the finding is one that another wording can mend: rejected, a fragment, a pronoun."""
    gravest = [f for f in assessed.claim.findings if f.severity != "info"]
    if any(f.check in _HOPELESS for f in gravest):
        return False
    return bool(gravest)


async def repair(
    gate: Gate, assessed: Sequence[Assessed], model: Model, prompt: Prompt, report: Report
) -> tuple[list[Assessed], list[Assessed], StageUsage]:
    """Ask again for the drafts that want it, and put the better wording in their place.

    Returns:
        What stands now, in the order of the source; what was rejected and replaced; the cost. A
        replaced claim says so in an ``info`` finding. A failed call leaves things as they are.
    """
    wanted = [a for a in assessed if wants_repair(a)]
    if not wanted:
        return list(assessed), [], StageUsage()
    report(Progress("repair", 0, len(wanted)))
    free = asyncio.Semaphore(model.profile.concurrency)
    done = 0

    async def again(first: Assessed) -> tuple[Draft | None, StageUsage]:
        nonlocal done
        async with free:
            answer = await _ask(gate, first, model, prompt)
        done += 1
        report(Progress("repair", done, len(wanted), answer[0].text if answer[0] else ""))
        return answer

    answers = await asyncio.gather(*(again(a) for a in wanted))
    usage = sum((u for _, u in answers), StageUsage())
    second = {id(a): draft for a, (draft, _) in zip(wanted, answers, strict=True)}
    standing: list[Assessed] = []
    replaced: list[Assessed] = []
    for index, first in enumerate(assessed):
        draft = second.get(id(first))
        near = [*standing[-COMPARED:], *assessed[index + 1 : index + 1 + COMPARED]]
        accepted = [a.claim.text for a in near if a.claim.accepted]
        better = gate.assess(draft, accepted) if draft else None
        if better and better.claim.accepted and better.worst < first.worst:
            standing.append(_marked(better, first))
            replaced += [] if first.claim.accepted else [first]
        else:
            standing.append(first)
    return standing, replaced, usage


async def _ask(
    gate: Gate, first: Assessed, model: Model, prompt: Prompt
) -> tuple[Draft | None, StageUsage]:
    part = first.draft.part
    problems = [f.message for f in first.claim.findings if f.severity != "info"]
    request = Request(
        messages=prompt.fill(
            {
                "headline": gate.document.title or "(none)",
                "context": as_shown(gate.context(first.draft)) or "(none)",
                "label": part.label,
                "part": part.text,
                "claim": first.draft.text,
                "problem": "; ".join(problems),
            }
        ),
        schema=reply_schema([part.label], 1),
        max_tokens=_ROOM + model.profile.tokens_per_part,
        stage="repair",
        prompt=prompt.sha256,
    )
    try:
        reply = await model.complete(request)
    except (EndpointError, ReplyError) as error:
        return None, error.usage or StageUsage()
    answers = reply.value.model_dump(by_alias=True)
    drafts = drafts_of((part,), answers, first.draft.passage)
    return (drafts[0] if drafts else None), reply.usage


def _marked(better: Assessed, first: Assessed) -> Assessed:
    reason = next(f.message for f in first.claim.findings if f.severity != "info")
    note = Finding(
        check="repair",
        severity="info",
        message=f"worded anew after the first wording failed: {reason}",
        found=first.draft.text,
    )
    claim = better.claim.model_copy(update={"findings": (*better.claim.findings, note)})
    return Assessed(better.draft, claim)
