"""What a text says would have been, had something else been so: neither of them was."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checks.negations import DETERMINERS, PRONOUNS, Scope, focus
from summarizer.checks.tokens import Token, verb_like

_WOULD = frozenset("would could might should".split())
_REACH = 14


def unreal(tokens: tuple[Token, ...]) -> Iterator[Scope]:
    """Scopes, as of a "not", over "would have landed" and over "had the lights been working"."""
    conditions = _conditions(tokens)
    for i, token in enumerate(tokens[:-2]):
        if token.lower not in _WOULD or tokens[i + 1].lower != "have":
            continue
        own = [k for k in conditions if tokens[k].sentence == token.sentence]
        if not own:
            continue
        firm = focus(tokens, i + 2)
        yield Scope(token.start, tokens[max([*firm, i + 1])].end, tuple(firm), ())
        for k in own:
            verb = _verb(tokens, k)
            if tokens[k].lower == "had" and verb is not None:
                yield Scope(tokens[k].start, tokens[verb].end, (verb,), ())


def _conditions(tokens: tuple[Token, ...]) -> list[int]:
    """Each "if", and each "had" that stands before its subject."""
    found = []
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1]
        subject = following.lower in DETERMINERS | PRONOUNS or following.name
        if token.lower == "if" or (token.lower == "had" and subject):
            found.append(i)
    return found


def _verb(tokens: tuple[Token, ...], had: int) -> int | None:
    reach = range(had + 2, min(len(tokens), had + _REACH))
    return next(
        (
            k
            for k in reach
            if tokens[k].segment == tokens[had].segment
            and tokens[k].content
            and (
                verb_like(tokens[k])
                or tokens[k].lower.endswith("ing")
                or tokens[k - 1].lower == "been"
            )
        ),
        None,
    )
