"""Verdicts and what comes with them, at level ``rules``."""

from __future__ import annotations

import asyncio
import itertools
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import summarizer
from summarizer import Verification, averify, verify
from summarizer.progress import Progress
from summarizer.render.json import render_json_line
from summarizer.schema import Document
from summarizer.verification.scorer import CUT
from summarizer.verification.verify import judgements
from tests.factories import make_claim, make_document
from tests.verification.sources import ARTICLE, DRIVERS, LORRIES, TOLL, article

SOURCE = article()
OTHERWISE = "More than 21,000 drivers cross the bridge every day."
NOWHERE = "Whales prefer jazz."
MIXED = (
    *ARTICLE,
    OTHERWISE,
    NOWHERE,
    "The port will double the toll to 5 crowns.",
    "The mayor confirmed that the council had been asked.",
    "Two lorries were stopped on Tuesday.",
    f"{TOLL} {NOWHERE}",
    "مرحبا",
    "?",
)
RIGHT_TO_LEFT = "مرحبا بالعالم שלום\u200f\u202e\u2066abc\u2069"
# Combining marks, emoji with joiners and flags, zero-width and control characters, other scripts.
ODD = st.text(
    st.sampled_from(
        "aé\u0301\u0308\u0345\u20dd👩\u200d💻🇸🇪\u200b\ufeff\u2060\u00ad\x00\x1b\x85\u2028\u2029\u3000"
        "\ufffd\U000e0041ﬁßİıſΣς½²٣৩千Ⅷ“”‘’'\"«».,;:!?…-–—()[]{}%$€£°/\\|*#@&~^_`\n\r\t 012"
    ),
    min_size=1,
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        "the The port of Selby will not never double halved toll 4 5 12,000 1.5 % $ million crowns"
        " Mara Olsen Piet Haan said denied that he she it on Monday 2 June 2031 because if and but"
        " , . ; : “ ” — ( ) more than about every no all 12th -3 1/2 10:30 U.S. Dr. his who".split()
    ),
    min_size=1,
    max_size=25,
).map(" ".join)
CLAIMS = (st.text(min_size=1) | ODD | PIECES).filter(str.strip)


def judge(claim: str, document: Document = SOURCE) -> Verification:
    return verify(document, [claim])[0]


def verdicts(*claims: str) -> list[str]:
    return [found.verdict for found in verify(SOURCE, claims)]


# Verdicts


def test_what_the_source_says_is_supported() -> None:
    assert (
        verdicts(
            TOLL,
            "The Port of Selby will double the bridge toll to 4 crowns.",
            "More than 12,000 drivers cross the bridge every day.",
            "Two lorries were stopped on Monday.",
        )
        == ["supported"] * 4
    )


def test_what_the_source_says_otherwise_is_contradicted() -> None:
    assert (
        verdicts(
            OTHERWISE,
            "The mayor, Piet Haan, confirmed that the council had been asked.",
        )
        == ["contradicted"] * 2
    )


def test_what_the_source_does_not_say_is_unsupported_and_the_reason_is_given() -> None:
    found = judge(NOWHERE)
    assert (found.verdict, found.support, found.evidence) == ("unsupported", 0.0, ())
    assert [(f.check, f.severity, f.message) for f in found.findings] == [
        ("support", "severe", "no sentence of the source says so")
    ]


def test_findings_name_the_words_at_fault() -> None:
    found = judge(OTHERWISE)
    (finding,) = [f for f in found.findings if f.check == "numbers"]
    assert finding.found is not None
    assert finding.expected is not None
    assert "21,000" in finding.found
    assert "12,000" in finding.expected
    assert "21,000" in finding.message
    assert "12,000" in finding.message


def test_a_finding_is_given_once() -> None:
    found = judge(f"{OTHERWISE} {OTHERWISE}")
    assert len(set(found.findings)) == len(found.findings)


@pytest.mark.parametrize("wrong", [OTHERWISE, NOWHERE])
@pytest.mark.parametrize("right", [TOLL, DRIVERS])
def test_a_claim_of_several_sentences_is_as_good_as_its_worst(right: str, wrong: str) -> None:
    worst = judge(wrong)
    for claim in (f"{right} {wrong}", f"{wrong} {right}", f"{right}\n\n{wrong}"):
        found = judge(claim)
        assert (found.verdict, found.support) == (worst.verdict, worst.support)
    assert judge(f"{TOLL} {DRIVERS}").verdict == "supported"


# Ids and order


def test_judgements_come_in_order_with_their_texts_and_places() -> None:
    found = verify(SOURCE, iter(MIXED))
    assert [v.text for v in found] == list(MIXED)
    assert [v.id for v in found] == [str(n) for n in range(1, len(MIXED) + 1)]


def test_claims_of_a_summary_can_be_given_beside_texts() -> None:
    document = make_document()
    claim = make_claim(document, 7, 3, "More than 12,000 drivers cross every day.")
    found = verify(document, ["The toll will double.", claim, NOWHERE])
    assert [v.id for v in found] == ["1", "c7", "3"]
    assert found[1].text == claim.text
    assert found[1].verdict == "supported"


def test_without_claims_there_is_nothing_to_judge_and_no_model_to_open() -> None:
    assert verify(SOURCE, []) == ()
    assert verify(SOURCE, [], level="model", model="no such model") == ()


def test_the_public_functions_are_the_packages() -> None:
    assert summarizer.verify is verify
    assert summarizer.averify is averify


# What every judgement keeps to


@pytest.mark.parametrize("claim", MIXED)
def test_what_holds_of_every_judgement(claim: str) -> None:
    assert_consistent(judge(claim), SOURCE)


def assert_consistent(found: Verification, document: Document) -> None:
    assert 0 <= found.support <= 1
    assert (found.support >= CUT) == (found.verdict == "supported")
    grave = [f for f in found.findings if f.severity in ("severe", "fatal")]
    assert bool(grave) == (found.verdict != "supported")
    if found.verdict == "contradicted":
        assert any(f.expected and f.found for f in grave)
    assert all(f.message and "\n" not in f.message for f in found.findings)
    seen = [e.sentence for e in found.evidence]
    assert len(set(seen)) == len(seen) <= 4
    for e in found.evidence:
        sentence = document.sentence(e.sentence)
        assert document.text[e.start : e.end] == e.text
        assert (e.start, e.end) == (sentence.start, sentence.end)
        assert sentence.kind in ("body", "headline")


def test_the_most_telling_sentence_comes_first() -> None:
    assert judge("Two lorries were stopped on Monday.").evidence[0].text == LORRIES
    assert judge("More than 12,000 drivers cross the bridge.").evidence[0].text == DRIVERS


def test_two_claims_do_not_influence_each_other() -> None:
    alone = {claim: judge(claim) for claim in MIXED}
    for order in (MIXED, MIXED[::-1]):
        for found in verify(SOURCE, order):
            assert found == alone[found.text].model_copy(update={"id": found.id})


def test_a_judgement_is_read_back_from_its_line() -> None:
    for found in verify(SOURCE, MIXED):
        line = render_json_line(found)
        assert line.count("\n") == 1
        assert line.isascii() or line[:-1].isprintable()
        assert Verification.model_validate_json(line) == found


# Word for word


@pytest.mark.parametrize("sentence", ARTICLE)
def test_a_sentence_of_the_source_is_supported(sentence: str) -> None:
    found = judge(sentence)
    assert (found.verdict, found.findings) == ("supported", ())
    assert [e.text for e in found.evidence] == [sentence]


@given(st.sampled_from(ARTICLE), st.data())
@settings(deadline=None, max_examples=40)
def test_white_space_makes_no_difference(sentence: str, data: st.DataObject) -> None:
    space = st.text(st.sampled_from(" \t\u00a0\u2009"), min_size=1, max_size=3)
    spread = "".join(data.draw(space) if c == " " else c for c in sentence)
    edges = st.text(st.sampled_from(" \t\n\r\u2028\u00a0"), max_size=3)
    assert judge(data.draw(edges) + spread + data.draw(edges)).verdict == "supported"


@given(st.sampled_from(MIXED), st.text(st.sampled_from(" \t\n\r\u00a0"), max_size=4))
@settings(deadline=None, max_examples=60)
def test_a_verdict_does_not_depend_on_surrounding_white_space(claim: str, space: str) -> None:
    plain, spaced = judge(claim), judge(space + claim + space)
    assert (spaced.verdict, spaced.support) == (plain.verdict, plain.support)


@given(st.integers(0, len(ARTICLE) - 1), st.integers(1, len(ARTICLE)))
@settings(deadline=None, max_examples=30)
def test_a_run_of_sentences_of_the_source_is_supported(first: int, count: int) -> None:
    assert judge(" ".join(ARTICLE[first : first + count])).verdict == "supported"


# Any text at all


@given(CLAIMS)
@example(RIGHT_TO_LEFT)
@example("e\u0301" * 500)
@example("👩‍👩‍👧‍👦" * 100)
@example("\u200b")
@example("\ufeff")
@example("\x00")
@example("\u202e.sesuolb eht deyap tropeht")
@example("1" * 5000)
@example("1e999999 % of $-0")
@example("half of a half of a third of a dozen dozens")
@settings(deadline=None, max_examples=150)
def test_any_claim_is_judged(claim: str) -> None:
    found = judge(claim)
    assert found.text == claim
    assert_consistent(found, SOURCE)
    assert json.loads(render_json_line(found))["text"] == claim


@given(CLAIMS, st.sampled_from(["supported", "unsupported", "contradicted"]))
@settings(deadline=None, max_examples=40)
def test_a_sentence_more_never_makes_a_claim_better(claim: str, verdict: str) -> None:
    base = {"supported": TOLL, "unsupported": NOWHERE, "contradicted": OTHERWISE}[verdict]
    found = judge(f"{base}\n\n{claim}")
    assert_consistent(found, SOURCE)
    assert verdict == "supported" or found.verdict != "supported"


@given(CLAIMS)
@settings(deadline=None, max_examples=60)
def test_any_document_is_judged_against(text: str) -> None:
    document = Document.from_text(text)
    for found in verify(document, [TOLL, text]):
        assert_consistent(found, document)


# Asynchronous use


async def test_it_works_inside_a_running_event_loop() -> None:
    assert [v.verdict for v in verify(SOURCE, [TOLL, OTHERWISE])] == ["supported", "contradicted"]
    assert await averify(SOURCE, MIXED) == verify(SOURCE, MIXED)


async def test_judgements_come_one_by_one() -> None:
    asked: list[str] = []

    def report(progress: Progress) -> None:
        asked.append(f"{progress.stage} {progress.done}/{progress.total}")

    found = judgements(SOURCE, [TOLL, OTHERWISE], report=report)
    first = await anext(found)
    assert (first.text, asked) == (TOLL, [])
    await found.aclose()
    assert asked == []


async def test_others_in_the_event_loop_get_their_turn() -> None:
    turns = itertools.count()

    async def other() -> None:
        while True:
            next(turns)
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    await averify(SOURCE, [TOLL] * 20)
    task.cancel()
    assert next(turns) >= 20


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    verify(SOURCE, [TOLL, NOWHERE], report=lambda p: told.append((p.stage, p.done, p.total)))
    assert told[-1] == ("verify", 2, 2)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    verify(SOURCE, MIXED)
    assert capsys.readouterr() == ("", "")
