"""The pipeline up to a stage, and the two baselines."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.errors import EndpointError, ReplyError
from summarizer.evaluation.systems import STAGES, lead, naive, naive_prompt, run_system
from summarizer.llm.scripted import ScriptedModel
from summarizer.prompting import load_prompts
from summarizer.schema import Document, Stage, StageUsage, Summary
from tests.evaluation.making import POND, TOLL, asking, never, slip

SENTENCES = [f"Ferry number {n} left the harbour of Selby late on Monday." for n in range(1, 9)]


def document(text: str = TOLL, **told: Any) -> Document:
    return Document.from_text(text, source="toll.txt", **told)


def naive_model(*claims: tuple[str, str, str], summary: tuple[str, ...] = ()) -> ScriptedModel:
    """Answers once; a claim is its text, its source and its quote."""
    said = [{"text": text, "source": source, "quote": quote} for text, source, quote in claims]
    return ScriptedModel([{"summary": list(summary), "claims": said}])


@pytest.mark.parametrize("count", [1, 4, 5, 6, 8])
def test_the_lead_is_at_most_the_first_five_sentences_of_the_body(count: int) -> None:
    found = lead(document("\n\n".join(SENTENCES[:count])))
    assert [c.text for c in found.claims] == SENTENCES[: min(count, 5)]
    assert [c.id for c in found.claims] == [f"c{n}" for n in range(1, min(count, 5) + 1)]


def test_the_lead_leaves_the_headline_out_and_cites_each_sentence_as_it_stands() -> None:
    found = lead(document())
    assert found.document.title == "Selby Bridge Toll To Double"
    assert [(c.text, [e.text for e in c.evidence]) for c in found.claims] == [
        (line, [line]) for line in TOLL.splitlines()[2::2]
    ]
    assert [c.evidence[0].sentence for c in found.claims] == [2, 3, 4]
    assert found.coverage.uncited == ()


def test_the_lead_tells_all_its_claims() -> None:
    found = lead(document())
    assert [(s.text, s.claims) for s in found.summary] == [(c.text, (c.id,)) for c in found.claims]
    assert (found.headline, found.key_points, found.rejected) == (None, (), ())
    assert found.usage.calls == 0
    assert (found.provenance.model, found.provenance.prompts) == ("lead", {})


def test_the_lead_has_the_attributes_that_the_text_shows() -> None:
    toll, drivers, booths = lead(document()).claims
    assert [d.start for d in toll.dates] == ["2031-06-02"]
    assert [(a.source, a.kind) for a in drivers.attribution] == [("Selby Courier", "outlet")]
    assert [q.value for q in drivers.quantities] == [12000]
    assert booths.commitment == "unknown"
    assert [q.claim for q in lead(document()).open_questions] == [booths.id]
    assert [entry.claims for entry in lead(document()).timeline] == [(toll.id,)]


def test_relative_dates_of_the_lead_follow_the_date_of_publication() -> None:
    drained = lead(document(POND, published="2031-05-21")).claims[0]
    assert [d.start for d in drained.dates] == ["2031-05-19"]


async def test_the_naive_baseline_asks_once_with_the_whole_page() -> None:
    model = naive_model()
    await naive(document(), model)
    [asked] = model.requests
    assert asked.messages[-1].content == TOLL
    assert (asked.stage, asked.prompt) == ("compose", naive_prompt().sha256)


async def test_what_looks_like_a_variable_in_a_page_stays_as_it_is() -> None:
    model = naive_model()
    text = "The clerk of Selby wrote {{ article }} on the door of the town hall on Monday."
    await naive(document(text), model)
    assert model.requests[0].messages[-1].content == text


async def test_what_a_naive_answer_says_is_taken_as_it_comes() -> None:
    model = naive_model(
        (" Some 21,000 drivers pay double. ", "", "drivers cross the bridge"),
        ("The toll is theft.", " Selby Courier ", "no such words"),
        summary=("It costs more.", "  "),
    )
    found = await naive(document(), model)
    first, second = found.claims
    assert (first.id, first.text) == ("c1", "Some 21,000 drivers pay double.")
    assert [q.value for q in first.quantities] == [21000]
    assert (first.attribution, first.findings) == ((), ())
    assert [(a.source, a.kind, a.cue) for a in second.attribution] == [
        ("Selby Courier", "person", None)
    ]
    assert [(s.text, s.claims) for s in found.summary] == [("It costs more.", ())]
    assert found.rejected == ()


async def test_a_quote_leads_to_the_sentence_that_holds_it() -> None:
    page = document()
    model = naive_model(("A.", "", "drivers cross the bridge"), ("B.", "", "no such words"))
    found, lost = (await naive(page, model)).claims
    assert [(e.sentence, e.text) for e in found.evidence] == [(3, page.words_of(3))]
    assert lost.evidence == ()


@pytest.mark.parametrize("quote", ["", " ", "\n\n"])
async def test_an_empty_quote_leads_nowhere(quote: str) -> None:
    found = await naive(document(), naive_model(("A.", "", quote)))
    assert found.claims[0].evidence == ()


async def test_a_quote_over_two_sentences_leads_to_the_first() -> None:
    quote = "Selby Courier.\n\nIt is not known"
    found = await naive(document(), naive_model(("A.", "", quote)))
    assert [e.sentence for e in found.claims[0].evidence] == [3]


async def test_coverage_of_a_naive_answer_is_what_its_quotes_lead_to() -> None:
    found = await naive(document(), naive_model(("A.", "", "new booths")))
    assert (found.coverage.cited, found.coverage.uncited) == (1, (2, 3))
    assert found.coverage.failed == ()


async def test_claims_without_text_are_dropped_and_the_rest_numbered_in_order() -> None:
    found = await naive(document(), naive_model(("A.", "", ""), (" ", "", "toll"), ("B.", "", "")))
    assert [(c.id, c.text) for c in found.claims] == [("c1", "A."), ("c2", "B.")]


async def test_a_useless_naive_reply_leaves_an_empty_summary_that_says_so() -> None:
    model = ScriptedModel([ReplyError("the reply was no JSON")])
    found = await naive(document(), model)
    assert (found.claims, found.summary) == ((), ())
    assert [(f.sentences, f.error) for f in found.coverage.failed] == [
        ((2, 3, 4), "the reply was no JSON")
    ]
    assert found.usage.calls == 1


async def test_an_endpoint_that_fails_fails_the_naive_baseline() -> None:
    with pytest.raises(EndpointError, match="HTTP 500"):
        await naive(document(), ScriptedModel([EndpointError("HTTP 500", status=500)]))


async def test_a_naive_summary_names_its_prompt_and_counts_its_call() -> None:
    found = await naive(document(), naive_model(("A.", "", ""), summary=("A.",)))
    assert found.provenance.prompts == {"naive": naive_prompt().sha256}
    assert found.provenance.model == "scripted"
    assert found.usage.stages["compose"].calls == found.usage.calls == 1
    assert Summary.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize(
    ("until", "asked"),
    [
        ("extract", ["extract"] * 3),
        ("repair", ["extract"] * 3 + ["repair"]),
        ("compose", ["extract"] * 3 + ["repair", "compose"]),
    ],
)
async def test_the_pipeline_asks_nothing_after_the_stage_it_is_wanted_up_to(
    until: Stage, asked: list[str]
) -> None:
    model = asking(slip)
    found = await run_system("pipeline", document(), model, load_prompts(), until)
    assert [r.stage for r in model.requests] == asked
    assert (found.headline is not None, bool(found.summary)) == (until == "compose",) * 2
    assert len(found.claims) == (2 if until == "extract" else 3)
    assert set(found.usage.stages) == set(asked)


async def test_the_lead_asks_no_model() -> None:
    found = await run_system("lead", document(), asking(never), {}, "compose")
    assert found.claims == lead(document()).claims


async def test_the_naive_baseline_needs_no_prompts_of_the_pipeline() -> None:
    model = naive_model(("A.", "", ""))
    assert len((await run_system("naive", document(), model, {}, "compose")).claims) == 1


def test_the_baselines_have_one_stage_and_the_pipeline_all() -> None:
    assert dict(STAGES) == {
        "pipeline": ("extract", "repair", "compose"),
        "lead": ("compose",),
        "naive": ("compose",),
    }


async def test_usage_of_a_failed_naive_call_is_kept() -> None:
    error = ReplyError("cut")
    error.usage = StageUsage(calls=3, retries=2, output_tokens=7)
    found = await naive(document(), ScriptedModel([error]))
    assert (found.usage.calls, found.usage.retries, found.usage.output_tokens) == (3, 2, 7)
