from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.report.junit import junit
from summarizer.evaluation.results import RunResult
from tests.evaluation.report.making import (
    HOSTILE,
    SLUICE,
    WRONG,
    article,
    gold_claim,
    predicted,
    run,
    scored,
    trap,
    unscored,
)


def parsed(result: RunResult) -> Element:
    return fromstring(junit(result).encode())


def counts(element: Element) -> dict[str, int]:
    return {name: int(element.attrib[name]) for name in ("tests", "failures", "errors", "skipped")}


def failures(element: Element) -> dict[str, str]:
    return {
        case.attrib["name"]: found.attrib["message"]
        for case in element.iter("testcase")
        if (found := case.find("failure")) is not None
    }


def test_missed_claims_and_hit_traps_fail() -> None:
    (suite,) = parsed(run(article()))
    assert suite.attrib["name"] == "pond"
    assert suite.attrib["time"] == "3.500"
    assert counts(suite) == {"tests": 5, "failures": 2, "errors": 0, "skipped": 0}
    assert failures(suite) == {
        f"g3: {SLUICE}": "missed, weight 3: no predicted claim says it",
        f"t1 (hedge, critical): {WRONG}": f"hit by c3: {WRONG}",
    }


def test_an_optional_claim_is_no_case() -> None:
    optional = gold_claim(1, "It rained.", found=False, required=False)
    (suite,) = parsed(run(article(result=scored(gold=(optional,), traps=()))))
    assert counts(suite)["tests"] == 0


def test_a_sentence_of_the_summary_that_hits_a_trap_stands_for_itself() -> None:
    hit = trap(1, "14 carp were moved.", "“Fourteen carp were moved.”")
    (suite,) = parsed(run(article(result=scored(gold=(), traps=(hit,)))))
    assert list(failures(suite).values()) == ["hit by “Fourteen carp were moved.”"]


def test_predicted_claims_that_are_not_right_are_in_the_output() -> None:
    (suite,) = parsed(run(article()))
    assert (suite.findtext("system-out") or "").splitlines() == [
        f"not right: c3: {WRONG}",
        "not right, duplicate: c4: 40 carp were moved to the lake.",
    ]
    (suite,) = parsed(run(article(result=scored(predicted=(predicted(1, "It rained."),)))))
    assert suite.find("system-out") is None


def test_articles_that_failed_are_stale_or_were_not_run() -> None:
    root = parsed(
        run(
            article("lost", state="failed", error="the endpoint is gone"),
            article("old", state="stale"),
            unscored("later", "not_run"),
        )
    )
    lost, old, later = root
    assert counts(lost) == {"tests": 1, "failures": 0, "errors": 1, "skipped": 0}
    error = lost.find("testcase/error")
    assert error is not None
    assert error.attrib == {"message": "failed: the endpoint is gone", "type": "failed"}
    assert counts(old) == {"tests": 6, "failures": 2, "errors": 1, "skipped": 0}
    assert counts(later) == {"tests": 1, "failures": 0, "errors": 0, "skipped": 1}
    assert counts(root) == {"tests": 8, "failures": 2, "errors": 2, "skipped": 1}


def test_samples_of_one_article_are_told_apart() -> None:
    root = parsed(run(article(), article(repeat=1)))
    assert [suite.attrib["name"] for suite in root] == ["pond", "pond#1"]


def test_without_articles_it_is_still_a_report() -> None:
    assert counts(parsed(run())) == {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}


def hostile(text: str) -> RunResult:
    result = scored(
        gold=(gold_claim(1, text, found=False),),
        predicted=(predicted(1, text, right=False),),
        traps=(trap(1, text, text, "c1"),),
    )
    return run(article(text, result, state="stale", error=text), name=text)


def test_source_text_is_inert() -> None:
    root = parsed(hostile(HOSTILE))
    assert {element.tag for element in root.iter()} == {
        "testsuites", "testsuite", "testcase", "failure", "error", "system-out"
    }  # fmt: skip
    assert "\ufffd" in root.attrib["name"]
    assert "<img src=x onerror=alert(1)>" in root.attrib["name"]


@given(st.text())
def test_whatever_the_text_is_the_xml_parses_and_counts_match(text: str) -> None:
    root = parsed(hostile(text))
    assert counts(root) == {"tests": 3, "failures": 2, "errors": 1, "skipped": 0}
