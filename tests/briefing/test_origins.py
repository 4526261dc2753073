"""On whose knowledge a statement rests: too few origins are allowed, too many are not."""

from __future__ import annotations

import pytest

from summarizer.briefing.origins import Origins
from summarizer.briefing.parties import parties
from summarizer.briefing.told import as_told
from tests.briefing.telling import Line, said, tell

CLOSED = "The bridge was closed on Friday."
Source = tuple[str | None, Line | str]


def origins_of(*sources: Source) -> tuple[str, ...]:
    """Those of one statement that each source makes with its last line."""
    summaries = [
        tell(outlet, f"2031-05-{20 + n}", line) for n, (outlet, line) in enumerate(sources)
    ]
    told = as_told(summaries)
    documents = {f"s{n}": summary.document for n, summary in enumerate(summaries, 1)}
    people, bodies = parties([one.claim for one in told], documents)
    return Origins(told, people, bodies).of(told)


ONE: dict[str, tuple[Source, ...]] = {
    "an outlet that another source quotes": (
        ("Northline", CLOSED),
        ("The Courier", said(CLOSED, "outlet Northline")),
    ),
    "a chain of three": (
        ("Northline", said(CLOSED, "organisation county fire service")),
        ("The Courier", said(CLOSED, "outlet Northline")),
        ("The Gazette", said(CLOSED, "outlet Courier")),
    ),
    "outlets that quote each other": (
        ("The Gazette", said(CLOSED, "outlet The Courier")),
        ("The Courier", said(CLOSED, "outlet The Gazette")),
    ),
    "a chief and the service that her role names": (
        (
            "Northline",
            said("Fire chief Ada Vane said that the bridge was closed.", "person Ada Vane"),
        ),
        ("The Courier", said(CLOSED, "organisation county fire service")),
    ),
    "a treasurer and his city": (
        (
            "Northline",
            said("Egil Dahm, the treasurer, said the bridge was closed.", "person Egil Dahm"),
        ),
        ("City of Lissard", CLOSED),
    ),
    "a title before the name": (
        ("Northline", said(CLOSED, "person Treasurer Egil Dahm")),
        ("The Courier", said(CLOSED, "organisation City of Lissard")),
    ),
    "an inspector and the police": (
        (
            "Northline",
            said("Detective Inspector Jo Nye said the bridge was closed.", "person Jo Nye"),
        ),
        ("The Courier", said(CLOSED, "organisation Arden Valley Police")),
    ),
    "a minister and the ministry": (
        (
            "Northline",
            said("Health Minister Ada Brun said the bridge was closed.", "person Ada Brun"),
        ),
        ("The Courier", said(CLOSED, "organisation health ministry")),
    ),
    "a ministry and the government": (
        ("Northline", said(CLOSED, "organisation finance ministry")),
        ("The Courier", said(CLOSED, "organisation government")),
    ),
    "a spokesman without a name": (
        ("Northline", said(CLOSED, "person spokesman for Corvane Labs")),
        ("The Courier", said(CLOSED, "organisation Corvane Labs")),
    ),
    "whose spokesman": (
        ("Northline", said(CLOSED, "person Corvane's spokesman")),
        ("The Courier", said(CLOSED, "organisation Corvane Labs")),
    ),
    "a spokesman in apposition": (
        ("Northline", said(CLOSED, "person Jo Pell, spokesman of the inspectorate")),
        ("The Courier", said(CLOSED, "organisation Labour Inspectorate")),
    ),
    "a body on the way to a person": (
        ("Northline", said(CLOSED, "organisation Corvane Labs", "person Birgit Amsel")),
        ("The Courier", said(CLOSED, "organisation Corvane Labs")),
    ),
    "an office of which no one says whose it is": (
        (
            "Northline",
            said("Leo Harcast, the managing director, said it was closed.", "person Leo Harcast"),
        ),
        ("Brunskill Sugar", CLOSED),
    ),
    "a report and its firm": (
        ("Northline", said(CLOSED, "organisation report by Dahl & Roe")),
        ("The Courier", said(CLOSED, "organisation Dahl & Roe")),
    ),
    "whose report": (
        ("Northline", said(CLOSED, "organisation Dahl & Roe's latest report")),
        ("The Courier", said(CLOSED, "organisation the engineers of Dahl & Roe")),
    ),
    "a paper that is nobody's by name": (
        ("Northline", said(CLOSED, "organisation next year's budget")),
        ("The Courier", said(CLOSED, "organisation City of Lissard")),
    ),
    "somebody without a name beside a name": (
        ("Northline", said(CLOSED, "anonymous two officials")),
        ("The Courier", said(CLOSED, "organisation Port of Selby")),
    ),
    "two without names": (
        ("Northline", said(CLOSED, "anonymous two officials")),
        ("The Courier", said(CLOSED, "group Three residents")),
    ),
    "with and without an article": (
        ("Northline", said(CLOSED, "organisation the Port of Selby")),
        ("The Courier", said(CLOSED, "organisation Port of Selby")),
    ),
    "an acronym": (
        ("Northline", said(CLOSED, "organisation SPA")),
        ("The Courier", said(CLOSED, "organisation Selby Port Authority")),
    ),
    "an outlet by its acronym": (
        ("National News Agency", CLOSED),
        ("The Courier", said(CLOSED, "outlet NNA")),
    ),
    "what a paper has, told in passing": (
        ("The Courier", "Is the 14 million that the draft budget has down really so much?"),
        ("City of Lissard", "The repair costs 14 million."),
    ),
    "a claim that sets out what two sides say": (
        ("The Courier", "The city holds to 14 million, the Friends to 8 million."),
        ("City of Lissard", "The repair costs 14 million."),
    ),
}
TWO: dict[str, tuple[Source, ...]] = {
    "two outlets on their own authority": (("Northline", CLOSED), ("The Courier", CLOSED)),
    "two bodies": (
        ("Northline", said(CLOSED, "organisation Port of Selby")),
        ("The Courier", said(CLOSED, "organisation Labour Inspectorate")),
    ),
    "two ministries": (
        ("Northline", said(CLOSED, "organisation health ministry of Arvane")),
        ("The Courier", said(CLOSED, "organisation Ministry of Ports")),
    ),
    "an eyewitness and a body": (
        (
            "Northline",
            said("Hester Quill, who keeps the bakery, said it was closed.", "person Hester Quill"),
        ),
        ("The Courier", said(CLOSED, "organisation Port of Selby")),
    ),
}


@pytest.mark.parametrize("sources", ONE.values(), ids=ONE)
def test_one_origin(sources: tuple[Source, ...]) -> None:
    assert len(origins_of(*sources)) == 1
    assert len(origins_of(*sources[::-1])) == 1


@pytest.mark.parametrize("sources", TWO.values(), ids=TWO)
def test_two_origins(sources: tuple[Source, ...]) -> None:
    assert len(origins_of(*sources)) == 2


def test_it_is_the_name_at_the_root() -> None:
    assert origins_of(*ONE["a chain of three"]) == ("county fire service",)
    assert origins_of(("Northline", CLOSED)) == ("Northline",)
    assert origins_of(("Northline", said(CLOSED, "anonymous two officials"))) == ("two officials",)


def test_what_a_source_has_from_somebody_once_it_has_from_there() -> None:
    headline, body = said("The bridge was closed."), said(CLOSED, "organisation Port of Selby")
    told = as_told([tell("Northline", "2031-05-20", headline, body)])
    assert Origins(told, (), ()).of(told) == ("Port of Selby",)
