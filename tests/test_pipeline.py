"""The whole pipeline with a scripted model."""

from __future__ import annotations

import asyncio
import json
import re
import textwrap
from typing import Any

import pytest

from summarizer import Document, Summarizer, Summary, summarize
from summarizer.errors import EndpointError, ReplyError
from summarizer.llm import scripted
from summarizer.llm.model import LARGE, SMALL, Profile, Request
from summarizer.llm.scripted import Scripted, ScriptedModel

TEXT = """Port of Mora to lose its commissioner

By Jo Quist
May 29, 2025

Ana Duarte, the harbour commissioner, will leave in June, the Coast Herald reported on Thursday.

She offered 12,000 dockers a raise of 4% in March, and the union's leader, Piet Vos, rejected it.

It is not known who will follow her.

The port handled 7,181 ships in April, compared with over 9,000 a year earlier.
"""
PART = re.compile(r"^\((\w+)\) (.+)$", re.MULTILINE)


def document() -> Document:
    return Document.from_text(TEXT, source="port.txt")


def parts(request: Request[Any]) -> dict[str, str]:
    return dict(PART.findall(request.messages[-1].content))


def faithful(request: Request[Any]) -> Scripted:
    """Repeats each part; words a group as its first statement."""
    if request.stage == "compose":
        return {"text": request.messages[-1].content.split("\n- ")[1].splitlines()[0]}
    return {label: [text] for label, text in parts(request).items()}


async def run(answer: Any, profile: Profile = SMALL) -> tuple[Summary, ScriptedModel]:
    model = ScriptedModel(answer, profile=profile)
    return await Summarizer(model=model).asummarize(document()), model


@pytest.mark.parametrize("profile", [SMALL, LARGE])
async def test_a_faithful_model_gives_a_whole_summary(profile: Profile) -> None:
    summary, _ = await run(faithful, profile)
    assert [c.id for c in summary.claims] == [f"c{i}" for i in range(1, len(summary.claims) + 1)]
    assert summary.coverage.uncited == ()
    assert summary.headline is not None
    assert 3 <= len(summary.summary) <= 5
    assert len(summary.key_points) >= 1
    assert [q.claim for q in summary.open_questions] == [
        c.id for c in summary.claims if c.text.startswith("It is not known")
    ]
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


async def test_attributes_come_from_the_source() -> None:
    summary, _ = await run(faithful)
    by_start = {c.text.split()[0]: c for c in summary.claims}
    leaving = by_start["Ana"]
    assert leaving.commitment == "intended"
    assert [(a.source, a.kind) for a in leaving.attribution] == [("Coast Herald", "outlet")]
    assert [(d.text, d.start) for d in leaving.dates] == [
        ("June", "2025-06-01"),
        ("Thursday", "2025-05-29"),
    ]
    ships = next(c for c in summary.claims if "7,181" in c.text)
    assert [(q.value, q.modifier, q.compared_with) for q in ships.quantities] == [
        (7181.0, "exact", 1),
        (9000.0, "more_than", None),
    ]


async def test_only_body_sentences_are_sent() -> None:
    _, model = await run(faithful)
    asked = " ".join(r.messages[-1].content for r in model.requests if r.stage == "extract")
    assert "Jo Quist" not in asked


async def test_a_wrong_claim_is_repaired_once_and_the_first_wording_is_kept_as_rejected() -> None:
    def answer(request: Request[Any]) -> Scripted:
        wrong = request.stage == "extract" and "12,000" in request.messages[-1].content
        given = faithful(request)
        assert isinstance(given, dict)
        if wrong:
            return {k: [v[0].replace("12,000", "15,000")] for k, v in given.items()}
        return given

    summary, model = await run(answer)
    rejected = [c for c in summary.rejected if "15,000" in c.text]
    assert [f.check for f in rejected[0].findings if f.severity == "fatal"] == ["numbers"]
    mended = next(c for c in summary.claims if "12,000" in c.text)
    assert "repair" in [f.check for f in mended.findings]
    repairs = [r for r in model.requests if r.stage == "repair"]
    assert "claim says 15,000, source says 12,000" in repairs[0].messages[-1].content


async def test_what_stays_wrong_is_rejected_with_its_reason() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage == "compose":
            return faithful(request)
        return {label: ["Piet Vos sold 99 ships to the mayor."] for label in parts(request)}

    summary, _ = await run(answer)
    assert summary.claims == ()
    assert summary.rejected
    assert all(not c.accepted for c in summary.rejected)
    assert summary.headline is None
    assert (summary.summary, summary.key_points) == ((), ())


async def test_a_composed_sentence_that_says_more_falls_back_to_a_claim() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage == "compose":
            return {"text": "Piet Vos will leave his post with 77 ships."}
        return faithful(request)

    summary, model = await run(answer)
    claims = {c.text for c in summary.claims}
    assert {s.text for s in summary.summary} <= claims
    assert summary.headline is not None
    assert summary.headline.text + "." in claims
    wordings = [r.messages[-1].content for r in model.requests if r.stage == "compose"]
    first = [w for w in wordings if "FIRST TRY" not in w]
    again = [w for w in wordings if "FIRST TRY: Piet Vos will leave his post with 77 ships." in w]
    assert len(first) == len(again) == len(wordings) / 2
    assert all("not in the source: 77" in w for w in again)


async def test_a_failed_passage_is_told_and_the_others_stand() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage == "extract" and "7,181" in request.messages[-1].content:
            return ReplyError("the reply is empty")
        return faithful(request)

    summary, _ = await run(answer)
    (failed,) = summary.coverage.failed
    assert failed.error == "the reply is empty"
    assert len(failed.sentences) == 1
    assert summary.claims


async def test_a_cut_reply_keeps_its_whole_items() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage != "extract":
            return faithful(request)
        given = json.dumps(faithful(request))
        return given[:-20] if "7,181" in given else given

    summary, _ = await run(answer, LARGE)
    assert any("12,000" in c.text for c in summary.claims)
    assert len(summary.coverage.failed) == 1


async def test_an_endpoint_that_refuses_ends_the_run() -> None:
    with pytest.raises(EndpointError, match="401"):
        await run(lambda _: EndpointError("answered 401", status=401))


async def test_a_refusal_after_the_first_answer_loses_its_passage_only() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage == "extract" and "7,181" in request.messages[-1].content:
            return EndpointError("answered 400: too long", status=400)
        return faithful(request)

    summary, _ = await run(answer)
    assert [f.error for f in summary.coverage.failed] == ["answered 400: too long"]
    assert summary.claims


async def test_a_claim_under_the_wrong_number_is_moved_to_the_sentence_that_has_its_words() -> None:
    def answer(request: Request[Any]) -> Scripted:
        given = faithful(request)
        if request.stage != "extract":
            return given
        assert isinstance(given, dict)
        labels = list(given)
        return {**given, labels[0]: given[labels[-1]], labels[-1]: given[labels[0]]}

    summary, _ = await run(answer, LARGE)
    moved = next(c for c in summary.claims if "7,181" in c.text)
    assert "7,181" in moved.evidence[0].text
    assert [f.check for f in moved.findings] == ["citation"]


async def test_what_another_passage_carries_is_rejected() -> None:
    elsewhere = "The port handled 7,181 ships in April."

    def answer(request: Request[Any]) -> Scripted:
        given = faithful(request)
        if request.stage == "compose":
            return given
        assert isinstance(given, dict)
        return {k: [elsewhere] if "not known" in v[0] else v for k, v in given.items()}

    summary, _ = await run(answer)
    wrong = [c for c in summary.rejected if c.text == elsewhere]
    assert wrong
    assert all("It is not known" in c.evidence[0].text for c in wrong)
    right = [c for c in summary.claims if "7,181" in c.text]
    assert all("7,181" in c.evidence[0].text for c in right)
    assert right


async def test_an_endpoint_that_is_down_is_asked_three_times_and_no_more() -> None:
    model = ScriptedModel(lambda _: EndpointError("busy", status=503, retryable=True))
    with pytest.raises(EndpointError, match="busy"):
        await Summarizer(model=model).asummarize(document())
    assert len(model.requests) == 3


async def test_what_a_reply_repeats_is_taken_once() -> None:
    def answer(request: Request[Any]) -> Scripted:
        if request.stage == "compose":
            return faithful(request)
        return {label: ["It is not known who will follow her."] * 3 for label in parts(request)}

    summary, _ = await run(answer, LARGE)
    assert [c.text for c in summary.claims] == ["It is not known who will follow her."]


def test_it_works_inside_a_running_loop() -> None:
    async def notebook() -> Summary:
        return summarize(document(), model=ScriptedModel(faithful))

    assert asyncio.run(notebook()).claims


async def test_one_word_gives_a_summary_without_claims() -> None:
    model = ScriptedModel(faithful)
    summary = await Summarizer(model=model).asummarize(Document.from_text("Harbour"))
    assert summary.claims == ()
    assert summary.headline is None


async def test_text_that_looks_like_a_template_arrives_as_it_is() -> None:
    model = ScriptedModel(faithful)
    nasty = "The clerk printed {{ 7*7 }} and {% raw %} on the agenda of the council."
    summary = await Summarizer(model=model).asummarize(Document.from_text(nasty))
    assert "{{ 7*7 }}" in summary.claims[0].text


def test_the_example_of_the_scripted_model_holds() -> None:
    text = scripted.__doc__ or ""
    code = textwrap.dedent(text.split("::", 1)[1])
    exec(code, {"ScriptedModel": ScriptedModel, "Document": Document, "Summarizer": Summarizer})
