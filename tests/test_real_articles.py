"""The whole program with the embedded model, for real. Properties only: words differ by machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Summarizer, Summary
from summarizer.documents import load
from summarizer.text.numbers import values

pytestmark = pytest.mark.model

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "evals" / "articles" / "ice-leadership.txt"
REAL = "latin-times-2025-05-29.txt"


@pytest.fixture(scope="module")
def example() -> Summary:
    return Summarizer().summarize(load(EXAMPLE, published="2025-05-29"))


@pytest.fixture(scope="module")
def real(articles_folder: Path) -> Summary:
    return Summarizer().summarize(load(articles_folder / REAL, published="2025-05-29"))


@pytest.fixture(params=["example", "real"])
def summary(request: pytest.FixtureRequest) -> Summary:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Summary)
    return found


def test_every_span_slices_back(summary: Summary) -> None:
    text = summary.document.text
    for claim in (*summary.claims, *summary.rejected):
        for span in claim.evidence:
            assert text[span.start : span.end] == span.text
            sentence = summary.document.sentence(span.sentence)
            assert (span.start, span.end) == (sentence.start, sentence.end)


def test_every_number_of_an_accepted_claim_stands_in_its_evidence(summary: Summary) -> None:
    for claim in summary.claims:
        stated = set().union(*(values(span.text) for span in claim.evidence))
        assert values(claim.text) <= stated, claim.text


def test_claims_come_from_the_body_only(summary: Summary) -> None:
    body = {s.id for s in summary.document.body}
    for claim in (*summary.claims, *summary.rejected):
        assert {span.sentence for span in claim.evidence} <= body


def test_summary_and_key_points_have_their_number_and_cite(summary: Summary) -> None:
    assert summary.headline is not None
    assert summary.headline.claims
    assert 3 <= len(summary.summary) <= 5
    assert 3 <= len(summary.key_points) <= 6
    assert all(line.claims for line in (*summary.summary, *summary.key_points))


def test_the_body_is_covered_and_nothing_failed(summary: Summary) -> None:
    assert summary.coverage.failed == ()
    assert summary.coverage.cited >= 0.75 * summary.coverage.body_sentences


def test_the_cost_is_counted(summary: Summary) -> None:
    extraction = summary.usage.stages["extract"] + summary.usage.stages["repair"]
    assert extraction.output_tokens is not None
    assert extraction.output_tokens <= 45 * len(summary.claims)


def test_it_round_trips_through_json(summary: Summary) -> None:
    assert Summary.model_validate_json(summary.model_dump_json()) == summary
