"""Persons and organisations of several sources. All texts are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attributes.entities import entities
from summarizer.briefing.parties import parties
from summarizer.briefing.schema import Party
from summarizer.schema import Attribution, Claim, Document, Evidence
from summarizer.text.names import Names
from tests.factories import make_claim


def story(*texts: str) -> tuple[list[Claim], dict[str, Document]]:
    """Sources, and a claim for each of their sentences."""
    documents = {f"s{n}": Document.from_text(text) for n, text in enumerate(texts, start=1)}
    claims = []
    for source, document in documents.items():
        names = Names("\n".join(document.words_of(s.id) for s in document.body))
        for number, sentence in enumerate(document.body, start=1):
            evidence = (Evidence.of(document, sentence.id),)
            text = evidence[0].text
            found = entities(text, document, names, evidence)
            claim = make_claim(document, number, sentence.id, text, entities=found)
            claims.append(claim.model_copy(update={"id": f"{source}.c{number}"}))
    return claims, documents


def said_by(claim: Claim, source: str, kind: str) -> Claim:
    link = Attribution.model_validate({"source": source, "kind": kind, "cue": None})
    return claim.model_copy(update={"attribution": (link,)})


def by_name(found: Sequence[Party]) -> Mapping[str, Party]:
    return {party.name: party for party in found}


def cited(found: Sequence[Party]) -> dict[str, tuple[str, ...]]:
    return {party.name: party.claims for party in found}


def people(*texts: str) -> dict[str, tuple[str, ...]]:
    return cited(parties(*story(*texts))[0])


def bodies(*texts: str) -> dict[str, tuple[str, ...]]:
    return cited(parties(*story(*texts))[1])


def test_forms_of_one_name_in_several_sources_are_one_person() -> None:
    found = parties(
        *story(
            "Egil Strand, the city treasurer, closed the pool. Strand gave no reason.",
            "I have written to Mr Strand about the pool and got no answer.",
            "The pool was closed by treasurer Egil Strand in a hurry.",
        )
    )
    (strand,) = found[0]
    assert strand == Party(
        name="Egil Strand",
        aliases=("Strand", "Mr Strand"),
        roles=("city treasurer", "treasurer"),
        claims=("s1.c1", "s1.c2", "s2.c1", "s3.c1"),
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ("Egil Strand resigned. Strand is ill.", "Nora Strand won. Strand smiled."),
            {"Egil Strand": ("s1.c1", "s1.c2"), "Nora Strand": ("s2.c1", "s2.c2")},
            id="a bare surname is the one that its own source names",
        ),
        pytest.param(
            ("Egil Strand met Nora Strand on Monday. Strand then left the room.",),
            {"Egil Strand": ("s1.c1",), "Nora Strand": ("s1.c1",)},
            id="neither where its source names both",
        ),
        pytest.param(
            ("Egil Strand resigned.", "Nora Strand won.", "Everybody had heard of Strand there."),
            {"Egil Strand": ("s1.c1",), "Nora Strand": ("s2.c1",)},
            id="neither where the story has two and its source none",
        ),
        pytest.param(
            ("Karl Strand resigned.", "The pool was closed by Mrs Strand."),
            {"Karl Strand": ("s1.c1",), "Mrs Strand": ("s2.c1",)},
            id="another gender",
        ),
        pytest.param(
            ("Kasimir Dole resigned.", "A letter by Mr Dole was read. Mrs Dole had typed it."),
            {"Kasimir Dole": ("s1.c1",), "Mr Dole": ("s2.c1",), "Mrs Dole": ("s2.c2",)},
            id="a couple, and which of them it is does not show",
        ),
        pytest.param(
            ("Sigrid Aune resigned.", "Geir Aune, a rival, wept. Ms Aune will be heard."),
            {"Sigrid Aune": ("s1.c1", "s2.c2"), "Geir Aune": ("s2.c1",)},
            id="a title that fits somebody of another source better",
        ),
        pytest.param(
            ("Mr Lund said no. Lund then left.", "Everybody waited for Mr Lund."),
            {"Mr Lund": ("s1.c1", "s1.c2", "s2.c1")},
            id="only a surname anywhere",
        ),
        pytest.param(
            ("Karl Roth Jr. resigned.", "Karl Roth Sr. had resigned before him."),
            {"Karl Roth Jr": ("s1.c1",), "Karl Roth Sr": ("s2.c1",)},
            id="father and son",
        ),
        pytest.param(
            ("Ana M. Duarte resigned.", "The mayor, Ana Duarte, wept."),
            {"Ana M. Duarte": ("s1.c1", "s2.c1")},
            id="a middle initial",
        ),
        pytest.param(
            ("Anna de Vries resigned. De Vries was tired.", "Mayor Jan van der Berg stayed."),
            {"Anna de Vries": ("s1.c1", "s1.c2"), "Jan van der Berg": ("s2.c1",)},
            id="particles",
        ),
        pytest.param(
            ("Egil Strand resigned.", "A crowd stood on the Strand and sang."),
            {"Egil Strand": ("s1.c1",)},
            id="a street of that name",
        ),
    ],
)
def test_who_is_one_person(texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]) -> None:
    assert people(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            (
                "Brunskill Sugar has run the mill since 2008. Brunskill insists on it.",
                "A blast was heard at Brunskill's.",
            ),
            {"Brunskill Sugar": ("s1.c1", "s1.c2", "s2.c1")},
            id="a firm's first word",
        ),
        pytest.param(
            (
                "The National Health Institute (NHI) counted 40 cases. The NHI expects more.",
                "More cases are expected by the NHI.",
            ),
            {"National Health Institute": ("s1.c1", "s1.c2", "s2.c1")},
            id="an acronym",
        ),
        pytest.param(
            (
                "The Dust and Fibre Safety Board (DFSB) fined it. The DFSB was late.",
                "The Justice Department looked into it, an official said.",
            ),
            {"Dust and Fibre Safety Board": ("s1.c1", "s1.c2"), "Justice Department": ("s2.c1",)},
            id="matters joined by and, and a title within a name",
        ),
        pytest.param(
            (
                "The Friends of the Selby Trust met. The Selby Trust is older.",
                "In Brae the Selby Commission said so.",
            ),
            {
                "Friends of the Selby Trust": ("s1.c1",),
                "Selby Trust": ("s1.c2",),
                "Selby Commission": ("s2.c1",),
            },
            id="a body that another is named after",
        ),
        pytest.param(
            ("Orrin Foods Ltd was fined.", "The fine on Orrin Foods was doubled."),
            {"Orrin Foods Ltd": ("s1.c1", "s2.c1")},
            id="the legal form",
        ),
        pytest.param(
            ("Eleven were taken to St Orla's Hospital.", "St Orla's confirmed it."),
            {"St Orla's Hospital": ("s1.c1", "s2.c1")},
            id="a saint's hospital",
        ),
        pytest.param(
            (
                "The Selby Courier reported it. The Courier later took it back.",
                "Selby was quiet, said the mayor of Selby.",
            ),
            {"Selby Courier": ("s1.c1", "s1.c2")},
            id="a newspaper and its town",
        ),
        pytest.param(
            ("Dunmoor University will review it. Trucks came from Dunmoor.",),
            {"Dunmoor University": ("s1.c1",)},
            id="a university and its town",
        ),
        pytest.param(
            (
                "Marl Holdings owns the pier. Marl Energy owns the cable.",
                "The board of Marl would not comment.",
            ),
            {"Marl Holdings": ("s1.c1",), "Marl Energy": ("s1.c2",)},
            id="a first word that two firms share",
        ),
    ],
)
def test_what_is_one_organisation(
    texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert bodies(*texts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fire spread from Marl Green to Upper Tamsin on Tuesday in May.",
        "The Lanthorn Cup was won on Saturday in Port Ennery.",
        "The Clean Rivers Act and the Selby Treaty come into force in Qelmara.",
        "The protein MF-7 was found in the DNA of eels.",
        "The Kelder Baths will close, and so will Market Square.",
        "Qelmara's foreign minister flew to Torvesse, the host.",
        "The ferry Corvennay was aground off Hobb Rocks.",
        "Danes and Germans met Finns.",
        "Everyone knows that one of them left in the summer.",
    ],
)
def test_places_things_and_peoples_are_nobody(text: str) -> None:
    assert parties(*story(text)) == ((), ())


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Egil Strand, the city treasurer, resigned.", "Egil Strand", ("city treasurer",)),
        ("Culture minister Tove Hallin resigned.", "Tove Hallin", ("Culture minister",)),
        ("Mayor Cecily Arno resigned.", "Cecily Arno", ("Mayor",)),
        ("Administrator Helen Cho resigned.", "Helen Cho", ("Administrator",)),
        ("Minister of Finance Olga Brandt resigned.", "Olga Brandt", ()),
        (
            "The spokesman of the inspectorate Jory Pell resigned.",
            "Jory Pell",
            ("spokesman of the inspectorate",),
        ),
        ("Harald Brek, who leads the opposition, left.", "Harald Brek", ("leads the opposition",)),
        ("Anna Roth, 54, a nurse from Brae, left.", "Anna Roth", ("nurse from Brae",)),
        ("Kurt Almery, a foreman aged 41, died.", "Kurt Almery", ("foreman aged 41",)),
        (
            "Bertil Oxmoor, then finance minister, left.",
            "Bertil Oxmoor",
            ("then finance minister",),
        ),
        ("The head of the Dock Union, Karel Bos, left.", "Karel Bos", ("head of the Dock Union",)),
        ("One member of Mayor Cecily Arno's coalition left.", "Cecily Arno", ("Mayor",)),
        ("Her predecessor, Lucie Holm, left.", "Lucie Holm", ()),
        ("Her deputy, Lucie Holm, opened a shelter in the hall.", "Lucie Holm", ("deputy",)),
        ("The jury heard Lucie Holm, the judge said, for an hour.", "Lucie Holm", ()),
        (
            "It was signed by its director, Ana Vale, and the mayor, Karl Roth.",
            "Ana Vale",
            ("director",),
        ),
        ("Lucia Venn of Bramley Bank left.", "Lucia Venn", ("of Bramley Bank",)),
    ],
)
def test_roles_stand_beside_the_name(text: str, name: str, roles: tuple[str, ...]) -> None:
    assert by_name(parties(*story(text))[0])[name].roles == roles


def test_roles_that_differ_in_case_and_article_are_one() -> None:
    claims, documents = story(
        "Egil Strand, the treasurer, left.",
        "Treasurer Egil Strand left.",
        "Egil Strand, a treasurer, left.",
    )
    assert parties(claims, documents)[0][0].roles == ("treasurer",)


def test_a_chain_names_as_well_as_the_words_do() -> None:
    claims, documents = story(
        "Egil Strand, the treasurer, put up a slide. The slide was wrong.",
        "The county fire service counted 104. The figure was mended. Nobody was hurt.",
    )
    claims[1] = said_by(claims[1], "the treasurer", "person")
    claims[2] = said_by(claims[2], "county fire service", "organisation")
    claims[3] = said_by(claims[3], "fire service", "organisation")
    claims[4] = said_by(claims[4], "draft of the report", "organisation")
    persons, organisations = parties(claims, documents)
    assert cited(persons) == {"Egil Strand": ("s1.c1", "s1.c2")}
    assert cited(organisations) == {"county fire service": ("s2.c1", "s2.c2")}


def test_most_named_come_first() -> None:
    assert list(people("Ana Vale met Karl Roth. Karl Roth left. Mayor Lucie Holm stayed.")) == [
        "Karl Roth",
        "Ana Vale",
        "Lucie Holm",
    ]


def test_nothing_gives_nobody() -> None:
    assert parties([], {}) == ((), ())


WORDS = (
    "Strand Egil Mr Mrs Mayor of the The and St Brannock's Hospital NHI ( ) , . Ltd & 's said who "
    "Minister Finance Justice Department DI Bank for in 54 a nurse Jr. de — “ ” BRAE"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_run_of_words_is_read(said: list[str]) -> None:
    claims, documents = story(" ".join((*said, "left.")), "Egil Strand of Brae Bank resigned.")
    for party in (p for kind in parties(claims, documents) for p in kind):
        assert party.name
        assert set(party.claims) <= {claim.id for claim in claims}


TEXTS = (
    "Egil Strand, the city treasurer, closed the pool. Strand denied it. Orrin Foods Ltd paid.",
    "Mayor Cecily Arno thanked Mr Strand. The National Health Institute (NHI) did not.",
    "Nora Strand of Orrin Foods left, the NHI said. Arno stayed with Jory Pell, 54, a packer.",
)


@given(st.permutations(range(len(story(*TEXTS)[0]))))
def test_names_and_roles_stand_in_a_source_whatever_the_order(order: list[int]) -> None:
    claims, documents = story(*TEXTS)
    shuffled = [claims[place] for place in order]
    for kind, plain in zip(parties(shuffled, documents), parties(claims, documents), strict=True):
        assert {p.name: set(p.claims) for p in kind} == {p.name: set(p.claims) for p in plain}
        for party in kind:
            for words in (party.name, *party.aliases, *party.roles):
                assert any(words in document.text for document in documents.values())
