"""Asking a model whether a text supports a statement."""

from __future__ import annotations

from summarizer.llm.model import Answer, Decider, Question
from summarizer.prompting import Prompt, as_shown
from summarizer.verification.index import SentenceIndex

_CANDIDATES = 4
_SENTENCES = 6


async def entails(
    index: SentenceIndex, statement: str, model: Decider, prompt: Prompt
) -> Answer | None:
    """How surely the document supports ``statement``; None where nothing in it is near.

    The whole document is shown where the model's profile lets it, so that its prefix is the same
    for each claim; otherwise the sentences that may carry the statement, in their order.

    Raises:
        RunError: the model could not be asked, or answered neither yes nor no.
    """
    text = evidence(index, statement, model.profile.document_words)
    if not text:
        return None
    messages = prompt.fill({"text": text, "statement": as_shown(statement)})
    return await model.decide(Question(messages, "verify"))


def evidence(index: SentenceIndex, statement: str, whole: int) -> str:
    """What the model is shown of the document: all of it up to ``whole`` words."""
    document = index.document
    numbers = index.numbers
    if index.words > whole:
        passages = index.find(statement, candidates=_CANDIDATES)
        best = dict.fromkeys(n for p in passages for n in (p.main, *p.sentences))
        numbers = sorted(list(best)[:_SENTENCES])
    return as_shown(" ".join(document.words_of(n) for n in numbers))
