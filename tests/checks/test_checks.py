"""Each check on statements of which it is known whether the source says them."""

import pytest

from summarizer.checks import Case, run_checks
from summarizer.schema import accepts
from summarizer.text.names import Names

STORY = (
    "Ana Duarte, the harbour commissioner, met Piet Vos in Lisbon on May 3. "
    "She offered 12,000 dockers a raise of 4%. "
    "Vos, the head of the dockers' union, rejected the offer and left the room. "
    "The two officials will meet again. "
    "Mayor Ines Roth praised Tom Abel, who was moved to another post. "
    "It is not clear who will follow him."
)
SENTENCES = [
    "Ana Duarte, the harbour commissioner, met Piet Vos in Lisbon on May 3.",
    "She offered 12,000 dockers a raise of 4%.",
    "Vos, the head of the dockers' union, rejected the offer and left the room.",
    "The two officials will meet again.",
    "Mayor Ines Roth praised Tom Abel, who was moved to another post.",
    "It is not clear who will follow him.",
]


def case(
    text: str,
    evidence: str,
    *,
    part: str | None = None,
    before: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    accepted: tuple[str, ...] = (),
) -> Case:
    known = {w.strip(".,").lower() for s in before for w in s.split()}
    part = part or evidence
    at = evidence.find(part)
    return Case(
        text=text,
        part=part,
        lead=evidence[:at] if at > 0 else "",
        evidence=evidence,
        before=before,
        named_before=known.__contains__,
        others=others,
        accepted=accepted,
        names=Names(STORY),
    )


def checks_that_found(c: Case, *severities: str) -> set[str]:
    return {f.check for f in run_checks(c) if f.severity in severities}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ana Duarte, the harbour commissioner, met Piet Vos in Lisbon on May 3.", 0),
        ("Ana Duarte met Piet Vos in Lisbon.", 0),
        ("Vos rejected the offer.", 2),
        ("Vos left the room.", 2),
        ("The two officials will meet again.", 3),
        ("Mayor Ines Roth praised Tom Abel.", 4),
        ("Tom Abel was moved to another post.", 4),
        ("It is not clear who will follow him.", 5),
    ],
)
def test_what_the_source_says_is_let_through(text: str, number: int) -> None:
    findings = run_checks(case(text, SENTENCES[number], before=tuple(SENTENCES[:number])))
    assert accepts(findings), findings


def test_a_number_that_is_not_in_the_sentence_is_fatal() -> None:
    c = case("Ana Duarte met Piet Vos in Lisbon on May 4.", SENTENCES[0])
    assert "numbers" in checks_that_found(c, "fatal")


def test_twelve_thousand_is_not_twelve() -> None:
    c = case("She offered 12 dockers a raise of 4%.", SENTENCES[1])
    assert "numbers" in checks_that_found(c, "fatal")


def test_a_share_is_not_a_count() -> None:
    c = case("She offered 12,000 dockers a raise of 4.", SENTENCES[1])
    assert "numbers" in checks_that_found(c, "fatal")


def test_a_number_that_the_model_worked_out_is_fatal() -> None:
    c = case("She offered 12,000 dockers a raise of 4%, or 480 more.", SENTENCES[1])
    assert "numbers" in checks_that_found(c, "fatal")


def test_a_name_that_comes_later_or_never_is_fatal() -> None:
    c = case("Tom Abel offered 12,000 dockers a raise of 4%.", SENTENCES[1], before=(SENTENCES[0],))
    assert "names" in checks_that_found(c, "fatal")


def test_he_is_named_where_only_one_person_can_be_meant() -> None:
    before = ("Ana Duarte is the harbour commissioner.",)
    c = case("Ana Duarte offered 12,000 dockers a raise of 4%.", SENTENCES[1], before=before)
    assert accepts(run_checks(c))
    assert "names" in checks_that_found(c, "info")


def test_he_is_not_named_where_two_people_can_be_meant() -> None:
    c = case("Piet Vos offered 12,000 dockers a raise of 4%.", SENTENCES[1], before=(SENTENCES[0],))
    assert "who" in checks_that_found(c, "fatal")


def test_the_two_officials_are_not_given_names() -> None:
    c = case("Ines Roth and Tom Abel will meet again.", SENTENCES[3], before=tuple(SENTENCES))
    assert "who" in checks_that_found(c, "fatal")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Mayor Ines Roth was moved to another post.", SENTENCES[4]),
        ("Piet Vos is the harbour commissioner.", SENTENCES[0]),
        (
            "Ines Roth resigned over the toll.",
            "Ines Roth stayed calm while Tom Abel resigned over the toll.",
        ),
    ],
)
def test_one_persons_act_is_not_given_to_another(text: str, evidence: str) -> None:
    c = case(text, evidence)
    assert "who" in checks_that_found(c, "fatal"), run_checks(c)


def test_people_joined_by_and_act_together() -> None:
    c = case("Ines Roth resigned over the toll.", "Ines Roth and Tom Abel resigned over the toll.")
    assert accepts(run_checks(c))


def test_what_only_the_context_says_is_fatal() -> None:
    c = case("Vos rejected the offer.", SENTENCES[3], others=(SENTENCES[2],))
    assert "support" in checks_that_found(c, "fatal")


def test_a_statement_of_its_own_is_fatal() -> None:
    c = case("The harbour will be sold to foreign investors soon.", SENTENCES[3])
    assert "support" in checks_that_found(c, "fatal")


def test_a_lost_not_is_fatal_and_so_is_an_added_one() -> None:
    source = "The council did not approve the toll."
    assert "negation" in checks_that_found(
        case("The council did approve the toll.", source), "fatal"
    )
    added = case("The council did not approve the toll.", "The council did approve the toll.")
    assert "negation" in checks_that_found(added, "fatal")


def test_a_lost_hedge_is_severe() -> None:
    c = case("Roth leaves her post.", "Roth is reportedly set to leave her post.")
    assert "hedging" in checks_that_found(c, "severe")


@pytest.mark.parametrize("text", ["The two officials will meet the.", "The two will “meet"])
def test_what_is_cut_off_is_fatal(text: str) -> None:
    assert "complete" in checks_that_found(
        case(text, "The two officials will “meet again”."), "fatal"
    )


def test_a_fragment_is_severe_and_a_bare_pronoun_mild() -> None:
    fragment = case("Was moved to another post.", SENTENCES[4])
    assert "complete" in checks_that_found(fragment, "severe")
    pronoun = case("She offered 12,000 dockers a raise of 4%.", SENTENCES[1])
    assert "complete" in checks_that_found(pronoun, "mild")


def test_a_repeat_is_fatal_unless_its_numbers_differ() -> None:
    said = ("The toll rises to 4 dollars in March.",)
    again = case("The toll rises to 4 dollars in March.", said[0], accepted=said)
    assert "duplicate" in checks_that_found(again, "fatal")
    other = "The toll rises to 6 dollars in March."
    assert "duplicate" not in checks_that_found(case(other, other, accepted=said), "fatal")


def test_company_confirmed_is_not_company_denied() -> None:
    c = case("The company confirmed the report.", "The company denied the report.")
    assert not accepts(run_checks(c))


def test_a_clause_that_is_copied_gives_everybody_their_own() -> None:
    source = "Ines Roth, one of Mayor Tom Abel's advisers, and Piet Vos told the port to close."
    assert accepts(run_checks(case(source, source)))


def test_the_only_person_that_can_be_meant_is_named_in_the_finding() -> None:
    evidence = "Piet Vos will leave; he was moved to another post."
    c = case("He was moved to another post.", evidence, part="he was moved to another post.")
    assert [f.expected for f in run_checks(c)] == ["Piet Vos"]


def test_the_ones_who_stay_unnamed_are_not_the_one_they_speak_of() -> None:
    part = "who did not want to be named, said Ines Roth had pressed Tom Abel"
    c = case("Ines Roth did not want to be named.", f"Two members, {part}.", part=part)
    assert "who" in checks_that_found(c, "fatal")


def test_the_one_who_acts_may_stand_behind_the_act() -> None:
    source = "The toll was praised by Ines Roth and rejected by Tom Abel."
    assert "who" not in checks_that_found(case("Ines Roth praised the toll.", source), "fatal")


def test_a_name_put_together_from_two_is_fatal() -> None:
    c = case("Ana Vos met the mayor in Lisbon on May 3.", SENTENCES[0] + " The mayor came.")
    assert "names" in checks_that_found(c, "fatal")


def test_an_added_cause_is_fatal() -> None:
    source = "The toll rose in March. Tom Abel was moved to another post."
    c = case("The toll rose in March, which led to Tom Abel being moved to another post.", source)
    assert "connection" in checks_that_found(c, "fatal")


def test_who_somebody_is_may_be_turned_round() -> None:
    source = "The official in question is Piet Vos."
    assert accepts(run_checks(case("Piet Vos is the official in question.", source)))


def test_a_name_that_stands_for_no_word_of_the_source_is_fatal() -> None:
    source = "These roads were closed on Sunday evening."
    c = case("These roads were closed on Sunday evening: Lisbon.", source, before=(SENTENCES[0],))
    assert "names" in checks_that_found(c, "fatal")


def test_her_predecessor_does_not_make_her_the_one_who_acts() -> None:
    c = case(
        "Ana Duarte urged her predecessor, Tom Abel, to wait.",
        "Her predecessor, Tom Abel, urged her to wait.",
        before=("Ana Duarte is the harbour commissioner.",),
    )
    assert "who" in checks_that_found(c, "fatal")


def test_who_is_quoted_is_not_who_is_spoken_of() -> None:
    part = "“It was Ana who saw this coming,” Vos said"
    c = case("Ana Duarte said, “It was Ana who saw this coming,”.", part)
    assert "who" in checks_that_found(c, "fatal")
    right = case("Vos said, “It was Ana who saw this coming,”.", part)
    assert "who" not in checks_that_found(right, "fatal")


def test_a_longer_form_of_a_name_adds_nothing() -> None:
    before = (SENTENCES[0],)
    c = case("Piet Vos rejected the offer.", "Vos rejected the offer.", before=before)
    assert accepts(run_checks(c)), run_checks(c)


def test_a_which_that_the_source_does_not_have_is_fatal() -> None:
    source = "The old flag is based on that of Mora. The new one is unique to Brae."
    c = case("The old flag is based on that of Mora, which is unique to Brae.", source)
    assert "connection" in checks_that_found(c, "fatal")


@pytest.mark.parametrize(
    "source",
    [
        "The ship SS-12 left Pier-4 on Monday.",
        "Khaled Al-Brae, an editor, left the port.",
        "“All of the wounded have been moved, Ines Roth said.",
    ],
)
def test_a_copy_is_let_through_whatever_its_names_and_quotation_marks(source: str) -> None:
    assert accepts(run_checks(case(source, source))), run_checks(case(source, source))


def test_a_caption_is_no_sentence() -> None:
    caption = "Pilgrims at the Grand Hall of Mora in 2008."
    assert "complete" in checks_that_found(case(caption, caption), "severe")


def test_hearsay_does_not_become_a_plan() -> None:
    c = case("Roth is set to leave her post.", "Roth is reportedly set to leave her post.")
    assert "hedging" in checks_that_found(c, "severe")
    told = case("Roth is set to leave, it was said.", "Roth is reportedly set to leave.")
    assert "hedging" not in checks_that_found(told, "severe")
