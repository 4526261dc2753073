"""What a claim says, part by part."""

from __future__ import annotations

from summarizer.text.clauses import clauses, standalone


def parts(claim: str) -> tuple[str, ...]:
    """The sentences of a claim, and the clauses of each, so that each can be judged alone.

    A claim without any is its own only part.
    """
    from summarizer.documents.sentences import find_blocks, find_sentences

    found: list[str] = []
    for block in find_blocks(claim):
        for begin, end in find_sentences(claim, block):
            sentence = claim[begin:end]
            spoken: list[str] = []
            for a, b in clauses(sentence):
                clause = sentence[a:b]
                found.append(standalone(clause, spoken) if spoken else clause)
                spoken.append(clause)
    return tuple(found) or (claim,)
