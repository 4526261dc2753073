"""Properties of scoring, on the gold data that ships with the project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.gold import Gold, GoldClaim, Trap, gold_files, load_gold
from summarizer.evaluation.results import LOWER_IS_BETTER, NEUTRAL, Scored
from summarizer.evaluation.score import score
from summarizer.evaluation.sides import Side, SideClaim, side_of_gold

GOLD = Path(__file__).parents[2] / "evals" / "gold"
FILES = gold_files(GOLD)
GOLDS = [load_gold(path) for path in FILES]
SHORT = [gold for gold in GOLDS if len(gold.claims) <= 40]


def with_claims(side: Side, claims: list[SideClaim]) -> Side:
    return replace(side, claims=tuple(claims))


def value(scored: Scored, name: str) -> float:
    found = scored.scores[name].value
    assert found is not None, name
    return found


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.article.id)
def test_gold_against_itself_is_perfect(gold: Gold) -> None:
    scored = score(gold, side_of_gold(gold))
    for name, found in scored.scores.items():
        if found.state == "scored" and name not in NEUTRAL:
            assert found.value == (0.0 if name in LOWER_IS_BETTER else 1.0), name
    assert scored.scores["recall"].state == "scored"
    assert not any(trap.hit_by for trap in scored.traps)


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_order_and_ids_do_not_matter(data: st.DataObject) -> None:
    gold = data.draw(st.sampled_from(SHORT))
    side = side_of_gold(gold)
    kept = data.draw(st.sets(st.sampled_from(range(len(side.claims))), min_size=1))
    claims = [side.claims[i] for i in sorted(kept)]
    shuffled = data.draw(st.permutations(claims))
    renamed = [replace(claim, id=f"x{i}") for i, claim in enumerate(shuffled)]
    plain = score(gold, with_claims(side, claims)).scores
    other = score(gold, with_claims(side, list(renamed))).scores
    told = {"coverage", "open_questions"}  # these go by the ids that a summary cites
    assert {n: s.value for n, s in plain.items() if n not in told} == pytest.approx(
        {n: s.value for n, s in other.items() if n not in told}
    )


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_saying_something_twice_gains_nothing(data: st.DataObject) -> None:
    gold = data.draw(st.sampled_from(SHORT))
    side = side_of_gold(gold)
    kept = data.draw(st.sets(st.sampled_from(range(len(side.claims))), min_size=1))
    claims = [side.claims[i] for i in sorted(kept)]
    again = replace(data.draw(st.sampled_from(claims)), id="again")
    once = score(gold, with_claims(side, claims))
    twice = score(gold, with_claims(side, [*claims, again]))
    for name in ("recall", "precision", "f1"):
        assert value(twice, name) == pytest.approx(value(once, name)), name
    assert twice.scores["duplicates"].numerator == once.scores["duplicates"].numerator + 1


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_leaving_claims_out_lowers_recall_by_their_weight(data: st.DataObject) -> None:
    gold = data.draw(st.sampled_from(SHORT))
    side = side_of_gold(gold)
    lost = data.draw(st.sampled_from([c for c in gold.claims if c.required and is_alone(gold, c)]))
    claims = [claim for claim in side.claims if claim.id != lost.id]
    scored = score(gold, with_claims(side, claims))
    missed = {g.id for g in scored.gold if not g.found}
    assert missed <= {lost.id}
    assert value(scored, "recall") <= 1.0
    if missed:
        total = sum(c.weight for c in gold.claims if c.required)
        assert value(scored, "recall") == pytest.approx(1 - lost.weight / total)


def is_alone(gold: Gold, claim: GoldClaim) -> bool:
    return not any(claim.id in other.entails for other in gold.claims)


def example() -> Gold:
    """A gold file of three claims, with a trap."""
    return Gold.model_validate(
        {
            "article": {
                "id": "weir",
                "file": "weir.txt",
                "sha256": "0" * 64,
                "genre": "local news",
                "published": "2025-03-14",
            },
            "labelled_by": {
                "who": "J. M.",
                "kind": "person",
                "how": "by hand",
                "date": "2025-03-20",
            },
            "claims": [
                {
                    "id": "g1",
                    "text": "The weir at Lannock was closed on March 3, said Ida Brandt.",
                    "weight": 3,
                    "evidence": [[{"start": 0, "end": 60}]],
                    "attribution": [{"source": "Ida Brandt", "kind": "person"}],
                    "commitment": "factual",
                    "dates": [
                        {
                            "text": "March 3",
                            "start": "2025-03-03",
                            "end": "2025-03-03",
                            "precision": "day",
                            "anchor": "published",
                        }
                    ],
                },
                {
                    "id": "g2",
                    "text": "The town paid 4,200 crowns for divers and 900 crowns for fuel.",
                    "weight": 2,
                    "evidence": [[{"start": 100, "end": 160}]],
                    "commitment": "factual",
                    "quantities": [
                        {"text": "4,200 crowns", "value": 4200, "of": "crowns"},
                        {"text": "900 crowns", "value": 900, "of": "crowns"},
                    ],
                },
                {
                    "id": "g3",
                    "text": "The council will vote on repairs next month.",
                    "weight": 1,
                    "required": False,
                    "evidence": [[{"start": 200, "end": 240}]],
                    "commitment": "intended",
                },
            ],
            "traps": [
                {
                    "id": "t1",
                    "text": "The council has voted on repairs.",
                    "kind": "hedge",
                    "severity": "critical",
                    "of": "g3",
                }
            ],
        }
    )


def changed(gold: Gold, claim_id: str, **fields: object) -> Scored:
    side = side_of_gold(gold)
    claims = [replace(c, **fields) if c.id == claim_id else c for c in side.claims]  # type: ignore[arg-type]
    return score(gold, with_claims(side, claims))


@pytest.mark.parametrize(
    ("claim", "fields"),
    [
        ("g2", {"text": "The town paid 4,300 crowns for divers and 900 crowns for fuel."}),
        ("g1", {"text": "The weir at Lannock was not closed on March 3, said Ida Brandt."}),
        ("g1", {"text": "The weir at Lannock was opened on March 3, said Ida Brandt."}),
        ("g1", {"text": "The weir at Lannock was closed on March 3, said Tom Abel.", "chain": ()}),
        ("g1", {"chain": (("Tom Abel", "person"),), "text": "The weir was closed on March 3."}),
    ],
)
def test_one_wrong_number_polarity_or_source_is_found_and_named(
    claim: str, fields: dict[str, object]
) -> None:
    scored = changed(example(), claim, **fields)
    assert value(scored, "recall") < 1.0
    assert value(scored, "precision") < 1.0
    assert [g.id for g in scored.gold if not g.found] == [claim]
    assert [p.id for p in scored.predicted if not p.right] == [claim]


def test_two_right_halves_are_as_good_as_the_whole() -> None:
    gold = example()
    side = side_of_gold(gold)
    whole = side.claims[1]
    halves = [
        replace(whole, id="a", text="The town paid 4,200 crowns for divers.", quantities=()),
        replace(whole, id="b", text="The town paid 900 crowns for fuel.", quantities=()),
    ]
    scored = score(gold, with_claims(side, [side.claims[0], *halves, side.claims[2]]))
    assert value(scored, "recall") == 1.0
    assert value(scored, "precision") == 1.0
    assert {(p.predicted, p.group) for p in scored.pairs if p.gold == "g2"} == {
        ("a", "split"),
        ("b", "split"),
    }


def test_one_claim_may_cover_two() -> None:
    gold = example()
    parts = gold.claims[1]
    first = parts.model_copy(
        update={"id": "g2", "text": "The town paid 4,200 crowns for divers.", "quantities": ()}
    )
    second = parts.model_copy(
        update={"id": "g4", "text": "The town paid 900 crowns for fuel.", "quantities": ()}
    )
    apart = gold.model_copy(update={"claims": (gold.claims[0], first, second, gold.claims[2])})
    scored = score(apart, side_of_gold(gold))
    assert value(scored, "recall") == 1.0
    assert value(scored, "precision") == 1.0
    assert scored.scores["atomicity"].numerator == 2


def test_a_trap_that_is_said_is_caught() -> None:
    gold = example()
    side = side_of_gold(gold)
    wrong = replace(
        side.claims[2], id="w", text="The council has voted on repairs.", labelled=False
    )
    scored = score(gold, with_claims(side, [*side.claims, wrong]))
    assert [(t.id, t.hit_by) for t in scored.traps] == [("t1", ("w",))]
    assert value(scored, "traps") == 0.0
    assert value(scored, "precision") < 1.0


@pytest.mark.parametrize("gold", SHORT[:12], ids=lambda gold: gold.article.id)
def test_most_critical_traps_of_our_gold_are_caught_when_said(gold: Gold) -> None:
    side = side_of_gold(gold)
    caught = 0
    critical = [t for t in gold.traps if t.severity == "critical"]
    for trap in critical:
        scored = score(gold, with_claims(side, [*side.claims, said(gold, side, trap)]))
        caught += any(t.id == trap.id and t.hit_by for t in scored.traps)
    assert caught >= 0.8 * len(critical)


def said(gold: Gold, side: Side, trap: Trap) -> SideClaim:
    place = next((c for c in side.claims if c.id == trap.of), side.claims[0])
    return replace(place, id="trap", text=trap.text, chain=(), labelled=False)


def test_an_optional_claim_is_never_wrong_and_never_missed() -> None:
    gold = example()
    side = side_of_gold(gold)
    without = score(gold, with_claims(side, list(side.claims[:2])))
    assert value(without, "recall") == 1.0
    assert value(score(gold, side), "precision") == 1.0


def test_attributes_are_compared_on_aligned_claims() -> None:
    gold = example()
    scored = changed(gold, "g3", commitment="factual", negated=True)
    assert scored.shifts == {"same": 2, "strengthened": 1}
    assert scored.scores["negation"].numerator == 2
    assert value(scored, "commitment_agreement") == pytest.approx(2 / 3)
    scored = changed(gold, "g2", quantities=side_of_gold(gold).claims[1].quantities[:1])
    assert value(scored, "quantities") == pytest.approx(2 / 3)
    scored = changed(gold, "g1", dates=())
    assert value(scored, "dates") == 0.0
    scored = changed(gold, "g1", chain=(("Harbour Post", "outlet"), ("Brandt", "person")))
    assert scored.scores["attribution"].numerator == 3
    assert scored.scores["attribution"].denominator == 4


def test_nothing_predicted_is_scored_and_not_a_number_made_up() -> None:
    gold = example()
    scored = score(gold, with_claims(side_of_gold(gold), []))
    assert value(scored, "recall") == 0.0
    assert scored.scores["precision"].state == "not_measured"
    assert value(scored, "f1") == 0.0
    for found in scored.scores.values():
        assert (found.value is None) == (found.state != "scored")
