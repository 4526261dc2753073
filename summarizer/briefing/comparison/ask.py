"""Asking the model about pairs of which the code cannot tell whether they say the same."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping, Sequence

from summarizer.briefing.comparison.matter import Pair, pairs_of, read_words
from summarizer.briefing.comparison.weights import ASKED, likelihood
from summarizer.briefing.told import Told, as_told
from summarizer.errors import EndpointError, ReplyError
from summarizer.llm.model import Answer, Decider, Question
from summarizer.progress import Progress, Report
from summarizer.prompting import Prompt, as_shown
from summarizer.schema import StageUsage, Summary

DOUBTFUL = 0.04, 0.8  # likelihoods by code between which the model is asked
MOST = 120  # pairs, the likeliest first

Answers = Mapping[frozenset[str], float]
"""Log-odds of "yes" by the two claims' ids."""


async def ask_same(
    summaries: Sequence[Summary], model: Decider, prompt: Prompt, report: Report
) -> tuple[dict[frozenset[str], float], StageUsage]:
    """What the model says of the doubtful pairs, and what it cost.

    A pair that it cannot be asked about is left to the code.
    """
    told = as_told(summaries)
    pairs = doubtful(told, pairs_of(told, read_words(told)))
    free = asyncio.Semaphore(model.profile.concurrency)
    answers: dict[frozenset[str], float] = {}
    usage, done = StageUsage(), 0

    async def ask(pair: Pair) -> StageUsage:
        nonlocal done
        async with free:
            ends = told[pair.first], told[pair.second]
            try:
                answer: Answer | None = await model.decide(question(ends, prompt))
            except (EndpointError, ReplyError) as error:
                answer, cost = None, error.usage or StageUsage()
        done += 1
        report(Progress("compare", done, len(pairs), ends[0].claim.text))
        if answer is None:
            return cost
        answers[frozenset(one.id for one in ends)] = answer.log_odds
        return answer.usage

    if pairs:
        report(Progress("compare", 0, len(pairs)))
    for cost in await asyncio.gather(*map(ask, pairs)):
        usage += cost
    return answers, usage


def doubtful(told: Sequence[Told], pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs across sources to ask about, the likeliest first."""
    low, high = DOUBTFUL
    between = [
        p for p in pairs if low < p.same < high and told[p.first].source != told[p.second].source
    ]
    return sorted(between, key=lambda p: (-p.same, p.first, p.second))[:MOST]


def question(ends: tuple[Told, Told], prompt: Prompt) -> Question:
    """Whether two claims tell the same fact."""
    first, second = (as_shown(one.claim.text) for one in ends)
    return Question(prompt.fill({"first": first, "second": second}), "compare")


def fused(code: float, log_odds: float) -> float:
    """The likelihood that two claims say the same, from the code's and the model's."""
    signs = {"bias": 1.0, "code": math.log(code / (1 - code)), "model": log_odds}
    return likelihood(ASKED, signs)
