"""A claim set against its source as ``verify`` does it, for the tests of single checks."""

from summarizer.checks import Case
from summarizer.checks.case import Check
from summarizer.text.names import Names


def stating(text: str, source: str) -> Case:
    """The claim with the whole source as its evidence."""
    return Case(
        text=text,
        part=source,
        lead="",
        evidence=source,
        before=(),
        named_before=lambda _: False,
        others=(),
        accepted=(),
        names=Names(source),
        derived=True,
    )


def grave(check: Check, source: str, text: str) -> list[str]:
    """The messages of what the check finds grave in the claim."""
    return [f.message for f in check(stating(text, source)) if f.severity in ("severe", "fatal")]
