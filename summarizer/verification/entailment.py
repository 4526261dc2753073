"""Asking a model whether a text supports a statement."""

from __future__ import annotations

from summarizer.llm.model import Answer, Decider, Question
from summarizer.prompting import Prompt, as_shown
from summarizer.verification.index import SentenceIndex

WHOLE_WORDS = 0
"""A document up to this long is shown whole."""

_CANDIDATES = 4
_SENTENCES = 6


async def entails(
    index: SentenceIndex, statement: str, model: Decider, prompt: Prompt
) -> Answer | None:
    """How surely the document supports ``statement``; None where nothing in it is near.

    The whole document is shown where it is short, so that its prefix is the same for each claim;
    otherwise the sentences that may carry the statement, in their order.

    Raises:
        RunError: the model could not be asked, or answered neither yes nor no.
    """
    text = evidence(index, statement)
    if not text:
        return None
    messages = prompt.fill({"text": text, "statement": as_shown(statement)})
    return await model.decide(Question(messages, "verify"))


def evidence(index: SentenceIndex, statement: str) -> str:
    """What the model is shown of the document."""
    document = index.document
    numbers = index.numbers
    if sum(len(document.words_of(n).split()) for n in numbers) > WHOLE_WORDS:
        passages = index.find(statement, candidates=_CANDIDATES)
        best = dict.fromkeys(n for p in passages for n in (p.main, *p.sentences))
        numbers = sorted(list(best)[:_SENTENCES])
    return as_shown(" ".join(document.words_of(n) for n in numbers))
