"""The lexicon: forms undone, words that mean the same, words that turn each other round."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text import lexicon
from summarizer.text.lexicon import news
from summarizer.text.lexicon.data import Lexicon
from summarizer.text.lexicon.data import lexicon as load

LEMMAS = """
hoping: hope
hopping: hop
hoped: hope
hopped: hop
studies: study
studied: study
planned: plan
planning: plan
stopped: stop
travelled: travel
controlled: control
referring: refer
offered: offer
trafficking: traffic
agreed: agree
freed: free
dying: die
went: go
said: say
was: be
has: have
bought: buy
fell: fall
rose: rise
won: win
lost: lose
left: leave
found: find
cut: cut
overturned: overturn
rebuilt: rebuild
children: child
people: person
spokesmen: spokesman
crises: crisis
policies: policy
taxes: tax
houses: house
buses: bus
wives: wife
lockdowns: lockdown
livestreamed: livestream
bigger: big
highest: high
earlier: early
worst: bad
fewer: few
turned down: turn down
was beaten: be beaten
"""

NOT_LEMMAS = """
hoping: hop
staring: star
rated: rat
number: numb
offer: off
officer: office
layer: lay
goods: good
news: new
its: it
this: thi
was: wa
bus: bu
species: specie
customs: custom
singing: singe
taxes: taxis
feed: fee
"""

RELATED = """
say state; start begun; purchase bought; quit resigned; resignation resigned; decision decided
vaccinated inoculated; injured wounded; jobless unemployed; organise organized; colour color
approval approved; arrival arrived; doctor physician; permitted allowed; help assist
vanish disappear; unusual rare; ballot vote; verdict ruling; fled escaped; growth grew
killed killing; quickly rapidly; demolished razed; soared jumped; slumped plunged
laid_off made_redundant; turned_down rejected; took_over acquired; called_off cancelled
prediction predict; accuse accused; robbery robbed; departure departed; lawyer attorney
nearly almost; illegal unlawful; quickly quick
"""

OPPOSED = """
rose fell; climbed slumped; surged dipped; soared plummeted; up down; higher lower
increase decreased; growth shrank; won lost; victory defeat; beat lost; won was_beaten
confirmed denied; admitted denied; approved rejected; approval rejection; approved voted_down
accepted turned_down; hired fired; hired laid_off; guilty acquitted; guilty innocent
convicted cleared; opened closed; opened shut_down; lifted imposed; before after; more less
more fewer; most fewest; above below; over under; north south; eastern western; widened narrowed
joined left; bought sold; arrived departed; gained lost; supported opposed; accepted declined
early late; earlier later; first last; highest lowest; upheld overturned; allowed banned
permitted prohibited; included excluded; strengthened weakened; legal illegal; legal unlawful
lawful illegal; began ended; resumed suspended; arrested released; survived died; alive dead
likely unlikely; possible impossible; temporary permanent; public private; import export
lend borrow; profit loss; majority minority; men women; husband wife; employer employee
success failure; extended shortened; built demolished; praised criticised; agreed disagreed
always never; all none; safe dangerous; cheap expensive; known unknown; improved worsened
entered exited; tightened eased; legalised banned; promoted relegated; at_least at_most
more_than less_than; for against; increased fell; strong weak; paid unpaid; armed unarmed
official unofficial; stay leave; upgraded downgraded; presence absence; happy unhappy
"""

NEITHER = """
minister government; man people; man person; bank shore; police officer; court judge
company worker; city country; street house; prime minister; president parliament; storm flood
fire smoke; ship port; car train; doctor hospital; teacher school; student university
price profit; tax income; million billion; monday tuesday; january march; week month; year decade
london paris; french german; red blue; water river; election party; party vote; police army
soldier police; player coach; goal match; league cup; bridge road; airport plane; vaccine virus
patient hospital; study university; scientist doctor; oil electricity; food water; rain wind
flood drought; euro dollar; mayor president; council parliament; law crime; murder theft
fraud murder; arrested charged; charged convicted; shot stabbed; killed injured; visited called
wrote read; proposed approved; investigated convicted; announced approved; expected announced
planned built; rights left; goods bad; now then; two three; said asked; work company
report company; eight ten; brother mother; hospital school; winter spring
"""

# What means something else and is no opposite in the strict sense, yet must not pass as the same.
NOT_RELATED = """
say deny; dead injured; man woman; approve reject; minister mayor; buy sell; employer employee
country city; parent child; ask answer; profit revenue; arrest convict; economic economical
evening even; ratify sign; dismiss ignore; authorities government
"""


def table(text: str) -> list[tuple[str, str]]:
    """Pairs of words; an underscore joins a phrase."""
    pairs = (p.split() for line in text.strip().splitlines() for p in line.split(";"))
    return [(a.replace("_", " "), b.replace("_", " ")) for a, b in pairs]


def forms(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in (line.split(": ") for line in text.strip().splitlines())]


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return load()


@pytest.mark.parametrize(("form", "lemma"), forms(LEMMAS))
def test_a_form_has_its_lemma(form: str, lemma: str) -> None:
    assert lemma in lexicon.lemmas(form)


@pytest.mark.parametrize(("form", "lemma"), forms(NOT_LEMMAS))
def test_a_form_has_no_other_lemma(form: str, lemma: str) -> None:
    assert lemma not in lexicon.lemmas(form)


@pytest.mark.parametrize("word", ["went", "studies", "hoping", "was", "children", "bought"])
def test_an_inflected_form_is_not_its_own_lemma(word: str) -> None:
    assert word not in lexicon.lemmas(word)


def test_an_unknown_word_is_its_own_lemma() -> None:
    assert lexicon.lemmas("kyiv") == {"kyiv"}
    assert lexicon.lemmas("williams") >= {"williams"}
    assert lexicon.lemmas("") == {""}


@pytest.mark.parametrize(("a", "b"), table(RELATED))
def test_words_that_may_stand_for_each_other(a: str, b: str) -> None:
    assert lexicon.related(a, b)
    assert lexicon.opposed(a, b) is None


@pytest.mark.parametrize(("a", "b"), table(OPPOSED))
def test_opposites(a: str, b: str) -> None:
    assert lexicon.opposed(a, b) == "direct"
    assert not lexicon.related(a, b)


@pytest.mark.parametrize(("a", "b"), table(NEITHER))
def test_words_that_are_neither(a: str, b: str) -> None:
    assert not lexicon.related(a, b)
    assert lexicon.opposed(a, b) is None


@pytest.mark.parametrize(("a", "b"), table(NOT_RELATED))
def test_words_that_do_not_mean_the_same(a: str, b: str) -> None:
    assert not lexicon.related(a, b)


def test_the_antonym_of_a_like_adjective_is_indirect() -> None:
    assert lexicon.opposed("awkward", "convenient") == "indirect"
    assert lexicon.opposed("convenient", "awkward") == "indirect"


def test_synonyms_and_antonyms_of_a_word() -> None:
    assert {"resign", "step down"} <= lexicon.synonyms("quit")
    assert {"buy", "acquire"} <= lexicon.synonyms("purchased")
    assert {"fall", "drop", "go down"} <= lexicon.antonyms("rose")
    assert "sell" in lexicon.antonyms("bought")
    assert lexicon.synonyms("kyiv") == lexicon.antonyms("kyiv") == frozenset()


def news_words() -> list[str]:
    texts = [*news.SYNONYMS.values(), *news.OPPOSITES.values()]
    found = {w.replace("_", " ") for lines in texts for x in lines for w in x.split() if w != "|"}
    return sorted(found)


WORDS = [
    *news_words(),
    *(word for text in (RELATED, OPPOSED, NEITHER) for pair in table(text) for word in pair),
]


@settings(deadline=None)  # the first call reads the data
@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_relations_are_symmetric_and_exclusive(a: str, b: str) -> None:
    assert lexicon.related(a, b) == lexicon.related(b, a)
    assert lexicon.opposed(a, b) == lexicon.opposed(b, a)
    assert not (lexicon.related(a, b) and lexicon.opposed(a, b))


@settings(deadline=None)  # the first call reads the data
@given(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)))
def test_every_word_is_related_to_itself(word: str) -> None:
    assert lexicon.lemmas(word)
    assert lexicon.related(word, word)
    assert lexicon.opposed(word, word) is None


@settings(deadline=None)  # the first call reads the data
@given(st.sampled_from(WORDS))
def test_what_is_listed_holds_when_asked(word: str) -> None:
    assert all(lexicon.related(word, other) for other in lexicon.synonyms(word))
    assert all(lexicon.opposed(word, other) == "direct" for other in lexicon.antonyms(word))
    assert lexicon.synonyms(word).isdisjoint(lexicon.antonyms(word))


@pytest.mark.parametrize("line", [x for lines in news.OPPOSITES.values() for x in lines])
def test_the_two_sides_of_an_axis_are_opposed(line: str) -> None:
    one, other = ([w.replace("_", " ") for w in side.split()] for side in line.split(" | "))
    for a, b in itertools.product(one, other):
        assert lexicon.opposed(a, b) == "direct", (a, b)


def test_every_line_of_the_supplement_says_something() -> None:
    lines = [x for lines in news.SYNONYMS.values() for x in lines]
    assert [line for line in lines if len(set(line.split())) < 2] == []
    assert [line for line in lines if len(set(line.split())) < len(line.split())] == []
    assert [line for line in lines if "|" in line] == []


def test_phrases_are_found_with_their_place() -> None:
    words = "the board turned it down and prices went up".split()
    assert lexicon.find_phrases(words) == [
        lexicon.Phrase(2, 5, "turn down"),
        lexicon.Phrase(7, 9, "go up"),
    ]
    assert lexicon.join_phrases(words) == [
        "the", "board", "turn down", "it", "and", "prices", "go up",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the council voted down the plan", "vote down"),
        ("the firm laid off forty people", "lay off"),
        ("the group took over a rival", "take over"),
        ("the plant was shut down", "shut down"),
        ("she stepped down on friday", "step down"),
        ("the side were beaten in extra time", "be beaten"),
        ("at least nine people", "at least"),
        ("no fewer than nine people", "no fewer than"),
        ("in spite of the rain", "in spite of"),
    ],
)
def test_a_phrase_becomes_one_token(text: str, phrase: str) -> None:
    assert phrase in lexicon.join_phrases(text.split())


def test_words_without_a_phrase_stay_as_they_are() -> None:
    words = "the mayor walked to the station".split()
    assert lexicon.join_phrases(words) == words
    assert lexicon.find_phrases([]) == []


def test_the_data_is_small_and_whole(known: Lexicon) -> None:
    assert 8_000 < len(known.lemmas["v"]) < 10_000
    assert 5_000 < sum(map(len, known.forms.values())) < 7_000
    assert 10_000 < sum(map(len, known.synonyms.values())) < 25_000
    assert 2_000 < sum(map(len, known.opposites.values())) < 5_000
    assert known is load()


def test_importing_the_lexicon_reads_nothing() -> None:
    code = (
        "from summarizer.text import lexicon; from summarizer.text.lexicon import data;"
        "print(data.lexicon.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "0\n"
