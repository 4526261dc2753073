"""Which clause of the source a claim belongs to."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks.company import company, sentences, token_at
from summarizer.checks.predicates import read

SOURCE = "The port is weighing a crane. Its board has approved a quay."


def test_the_clause_with_the_claims_words_keeps_most_company() -> None:
    beside = company("The port has approved a crane.", SOURCE)
    assert max(beside) == beside[token_at(SOURCE, SOURCE.index("weighing"))]


def test_two_events_set_against_each_other_are_two_sentences() -> None:
    text = "The north is shut, but the south is open. Both have guards."
    assert sorted(set(sentences(text))) == [0, 1, 2]


@given(st.text(max_size=300), st.text(max_size=300))
def test_every_token_of_the_source_has_its_company(text: str, evidence: str) -> None:
    beside = company(text, evidence)
    assert len(beside) == len(read(evidence).tokens) == len(sentences(evidence))
    assert all(each >= 0 for each in beside)
