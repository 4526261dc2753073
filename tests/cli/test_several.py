"""What becomes of several sources, with the model replaced by a function."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.briefing.schema import BriefingNote
from summarizer.cli.output import ReaderGoneError
from summarizer.cli.progress import NoDisplay
from summarizer.cli.summarize import load_all, summarize_each
from summarizer.errors import (
    EndpointError,
    InputError,
    ModelNameError,
    OutputError,
    SourceError,
    SummarizerError,
)
from summarizer.schema import Document, Summary
from tests.factories import make_document, make_summary

NAMES = ("a.txt", "b.txt", "c.txt")
DOCUMENTS = {index: make_document(source=name) for index, name in enumerate(NAMES)}


class Kept:
    """A sink that keeps what it is given, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.results: list[tuple[int, str]] = []
        self._error = error

    def put(self, index: int, result: Summary | BriefingNote) -> None:
        if self._error:
            raise self._error
        assert isinstance(result, Summary)
        self.results.append((index, result.document.source))


def failing(failures: dict[str, SummarizerError]) -> Callable[[Document], Summary]:
    def summarized(document: Document) -> Summary:
        if document.source in failures:
            raise failures[document.source]
        return make_summary(document)

    return summarized


def test_all_sources_are_read_and_the_unreadable_named(capsys: pytest.CaptureFixture[str]) -> None:
    def loaded(source: str) -> Document:
        if source == "b.txt":
            raise SourceError("cannot read 'b.txt': there is no such file", hint="check the path")
        return make_document(source=source)

    documents, code = load_all(NAMES, loaded)
    assert ({i: d.source for i, d in documents.items()}, code) == ({0: "a.txt", 2: "c.txt"}, 2)
    assert capsys.readouterr() == (
        "",
        "summarizer: cannot read 'b.txt': there is no such file; check the path\n",
    )


def test_good_ones_come_out_and_the_worst_code_wins(capsys: pytest.CaptureFixture[str]) -> None:
    failures: dict[str, SummarizerError] = {
        "a.txt": EndpointError("HTTP 500", hint="try later"),
        "b.txt": InputError("b.txt is odd"),
    }
    sink = Kept()
    assert summarize_each(DOCUMENTS, failing(failures), sink, NoDisplay()) == 3
    assert sink.results == [(2, "c.txt")]
    assert capsys.readouterr().err == (
        "summarizer: a.txt: HTTP 500; try later\nsummarizer: b.txt is odd\n"
    )


def test_what_is_no_fault_of_a_source_ends_the_run() -> None:
    sink = Kept()
    with pytest.raises(ModelNameError):
        summarize_each(
            DOCUMENTS, failing({"b.txt": ModelNameError("no such model")}), sink, NoDisplay()
        )
    assert sink.results == [(0, "a.txt")]


@pytest.mark.parametrize("error", [OutputError("disk full"), ReaderGoneError()])
def test_no_more_work_is_done_when_results_cannot_be_given_out(error: Exception) -> None:
    asked = []

    def summarized(document: Document) -> Summary:
        asked.append(document.source)
        return make_summary(document)

    with pytest.raises(type(error)):
        summarize_each(DOCUMENTS, summarized, Kept(error), NoDisplay())
    assert asked == ["a.txt"]


def test_control_characters_of_a_name_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = {0: make_document(source="a\x1b[2J\n.txt"), 1: make_document(source="b.txt")}
    summarize_each(
        named, failing({"a\x1b[2J\n.txt": EndpointError("HTTP 500")}), Kept(), NoDisplay()
    )
    assert capsys.readouterr().err == "summarizer: a[2J .txt: HTTP 500\n"
