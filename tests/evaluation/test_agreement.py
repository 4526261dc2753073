"""How far two labels of the same article agree."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import GoldError
from summarizer.evaluation.agreement import LAYERS, Agreement, agreement
from summarizer.evaluation.gold import Gold
from tests.evaluation.making import POND, labels, pond_labels, toll_labels

LINES = {
    1: "The ferry to Mora sank in the storm on Monday.",
    2: "Inspectors closed the bakery in Castle Street.",
    3: "The price of wheat rose by a tenth.",
    4: "Four bears came down to the village of Lund.",
    5: "A judge freed the two guards.",
}
PAGE = "\n\n".join(LINES.values()) + "\n"


def gold(data: dict[str, Any]) -> Gold:
    return Gold.model_validate(data)


def page(*numbers: int, **fields: Any) -> Gold:
    """Labels with these lines as claims, each with ``fields``."""
    claims = [{"text": LINES[n], "words": LINES[n], **fields} for n in numbers]
    return gold(labels("page", PAGE, *claims))


def toll(number: int | None = None, **fields: Any) -> Gold:
    """The labels of the toll, with ``fields`` in claim ``number``."""
    data = deepcopy(toll_labels())
    if number is not None:
        data["claims"][number - 1] |= fields
    return gold(data)


def both(first: Gold, second: Gold) -> Agreement:
    return agreement([(first, second)])


def test_a_label_agrees_with_itself() -> None:
    found = agreement([(toll(), toll()), (gold(pond_labels()), gold(pond_labels()))])
    assert (found.articles, found.claims, found.aligned, found.f1) == (2, (5, 5), 5, 1.0)
    assert found.alpha == dict.fromkeys(LAYERS, 1.0)


@given(st.sets(st.sampled_from(list(LINES)), min_size=1))
@settings(deadline=None, max_examples=20)
def test_any_label_agrees_with_itself(numbers: set[int]) -> None:
    found = both(page(*numbers), page(*numbers))
    assert (found.f1, found.aligned) == (1.0, len(numbers))
    assert set(found.alpha.values()) == {1.0}


def test_neither_order_nor_ids_of_claims_matter() -> None:
    found = both(page(1, 2, 3, 4, 5), page(5, 3, 1, 4, 2))
    assert (found.f1, found.aligned) == (1.0, 5)
    assert set(found.alpha.values()) == {1.0}


def test_labels_with_nothing_in_common_have_no_alpha() -> None:
    found = both(page(1, 2), page(4, 5))
    assert (found.f1, found.aligned, found.claims) == (0.0, 0, (2, 2))
    assert found.alpha == dict.fromkeys(LAYERS, None)


def test_f1_falls_with_claims_that_the_other_has_not() -> None:
    found = both(page(1, 2, 3), page(1, 2, 4))
    assert found.aligned == 2
    assert found.f1 == pytest.approx(2 / 3)


def test_f1_is_the_mean_over_articles_and_claims_are_summed() -> None:
    found = agreement([(page(1, 2), page(1, 2)), (page(1), page(2))])
    assert (found.articles, found.claims, found.aligned, found.f1) == (2, (3, 3), 2, 0.5)


@pytest.mark.parametrize(
    ("layer", "number", "fields"),
    [
        ("required", 1, {"required": False}),
        ("weight", 1, {"weight": 1}),
        ("attribution", 2, {"attribution": [{"source": "Selby Courier", "kind": "person"}]}),
        ("commitment", 1, {"commitment": "forecast"}),
        ("negation", 3, {"negated": True}),
        (
            "quantities",
            2,
            {"quantities": [{"text": "12,000 drivers", "value": 12001, "modifier": "approx"}]},
        ),
        (
            "dates",
            1,
            {
                "dates": [
                    {
                        "text": "2 June 2031",
                        "start": "2031-06-02",
                        "end": "2031-06-02",
                        "precision": "day",
                    }
                ]
            },
        ),
    ],
)
def test_a_difference_lowers_the_alpha_of_its_layer_alone(
    layer: str, number: int, fields: dict[str, Any]
) -> None:
    found = both(toll(), toll(number, **fields))
    assert (found.aligned, found.f1) == (3, 1.0)
    assert {name for name, alpha in found.alpha.items() if alpha != 1.0} == {layer}


def test_weights_are_apart_by_their_distance() -> None:
    found = both(toll(), toll(1, weight=1)).alpha["weight"]
    near = both(toll(), toll(1, weight=2)).alpha["weight"]
    assert found is not None
    assert near is not None
    # Two pairs of 2 and 2 beside 3 and 1, and 3 and 2: squared distances over 2 squared.
    assert found == pytest.approx(1 - (1 / 3) / (2 * (4 * 1 * 0.25 * 2 + 1) / (6 * 5)))
    assert near == pytest.approx(1 - (0.25 / 3) / (2 * 5 * 0.25 / (6 * 5)))


def test_swapping_the_labels_changes_no_alpha() -> None:
    one, other = toll(), toll(1, weight=1, commitment="forecast")
    there, back = both(one, other), both(other, one)
    assert there.alpha == pytest.approx(back.alpha)
    assert there.f1 == back.f1


def test_two_texts_are_not_compared() -> None:
    second = toll_labels(sha256="0" * 64)
    with pytest.raises(GoldError, match="the labels of toll are about different texts"):
        both(toll(), gold(second))


def test_no_labels_have_no_agreement() -> None:
    found = agreement([])
    assert (found.articles, found.claims, found.aligned, found.f1) == (0, (0, 0), 0, 0.0)
    assert set(found.alpha.values()) == {None}


def test_evidence_may_be_cut_otherwise() -> None:
    drained = "The council of Orrin drained the mill pond on Monday to mend the sluice."
    short = {"text": drained, "words": "The council of Orrin drained the mill pond on Monday"}
    whole = {"text": drained, "words": drained}
    found = both(gold(labels("pond", POND, short)), gold(labels("pond", POND, whole)))
    assert (found.aligned, found.f1) == (1, 1.0)
