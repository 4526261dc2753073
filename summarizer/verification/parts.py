"""What a claim says, part by part: its sentences, and their clauses."""

from __future__ import annotations

from summarizer.text.clauses import clauses, standalone


def sentences(claim: str) -> tuple[str, ...]:
    """The sentences of a claim; a claim without any is its own only one."""
    from summarizer.documents.sentences import find_blocks, find_sentences

    spans = (span for block in find_blocks(claim) for span in find_sentences(claim, block))
    return tuple(claim[begin:end] for begin, end in spans) or (claim,)


def parts(sentence: str) -> tuple[str, ...]:
    """The clauses of one sentence of a claim, each so that it can be judged alone."""
    found: list[str] = []
    spoken: list[str] = []
    for begin, end in clauses(sentence):
        clause = sentence[begin:end]
        found.append(standalone(clause, spoken) if spoken else clause)
        spoken.append(clause)
    return tuple(found)
