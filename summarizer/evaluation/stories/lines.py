"""The sentences of a note: does each say no more than the claims that it cites?"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.briefing.schema import BriefingNote, Judgement
from summarizer.compose import problems
from summarizer.evaluation.stories.results import Part, Remark
from summarizer.schema import Claim, Statement
from summarizer.text.names import Names


def score_lines(note: BriefingNote) -> Part:
    """Count the sentences that cite nothing, or that the checks of composed sentences refuse."""
    claims = {claim.id: claim for claim in note.claims}
    documents = [source.document for source in note.sources]
    names = Names("\n".join(d.words_of(s.id) for d in documents for s in d.body))
    remarks = []
    for where, line in _lines(note):
        fault = _fault(line, [claims[i] for i in line.claims if i in claims], names)
        if fault:
            remarks.append(Remark(about="unsupported", text=f"{where}: {line.text} ({fault})"))
    return Part(counts={"unsupported": len(remarks)}, remarks=tuple(remarks))


def _lines(note: BriefingNote) -> Iterator[tuple[str, Statement | Judgement]]:
    yield from (("bottom line", line) for line in note.bottom_line)
    yield from (("key judgement", line) for line in note.key_judgements)
    yield from (("background", line) for line in note.background)


def _fault(line: Statement | Judgement, cited: list[Claim], names: Names) -> str:
    """What keeps the sentence from standing, or nothing; a claim word for word always stands."""
    if len(cited) < len(line.claims):
        return "it cites a claim that is not in the note"
    if not cited:
        return "it cites no claim"
    if any(_bare(line.text) == _bare(claim.text) for claim in cited):
        return ""
    return "; ".join(finding.message for finding in problems(line.text, cited, names))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
