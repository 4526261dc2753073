"""A claim set against a whole document, sentence by sentence, for checks that read several."""

from summarizer.checks import Case
from summarizer.checks.case import Check
from summarizer.schema import Document, Finding
from summarizer.text.names import Names
from summarizer.text.words import words


def sourced(text: str, source: str) -> Case:
    """The claim with all sentences of the source as its evidence, the first as the main one."""
    document = Document.from_text(source)
    numbers = [s.id for s in document.body]
    sentences = [document.words_of(n) for n in numbers]
    said = {w.lower for s in sentences for w in words(s)}
    return Case(
        text=text,
        part=sentences[0],
        lead="",
        evidence=" ".join(sentences),
        before=(),
        named_before=said.__contains__,
        others=(),
        accepted=(),
        names=Names("\n".join(sentences)),
        document=document,
        sentence=numbers[0],
        derived=True,
    )


def found(check: Check, source: str, text: str) -> list[Finding]:
    """What the check finds grave in the claim."""
    return [f for f in check(sourced(text, source)) if f.severity in ("severe", "fatal")]
