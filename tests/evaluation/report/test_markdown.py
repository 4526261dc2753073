from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.evaluation.report.markdown import markdown
from tests.evaluation.report.making import (
    HOSTILE,
    WRONG,
    article,
    estimate,
    gate,
    run,
    scored,
    trap,
    unscored,
    verdict,
)

VIEWER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    """All tokens, inline ones in place of their parent."""
    return [t for token in VIEWER.parse(text) for t in (token.children or [token])]


def cells(text: str) -> list[list[str]]:
    """What a viewer shows of each row of each table."""
    shown: list[list[str]] = []
    inside = False
    for token in VIEWER.parse(text):
        if token.type == "tr_open":
            shown.append([])
        inside = token.type in ("th_open", "td_open") or (inside and token.type == "inline")
        if inside and token.type == "inline":
            children = token.children or []
            shown[-1].append("".join(c.content for c in children))
    return shown


def test_the_verdict_comes_first() -> None:
    text = markdown([(run(article()), [estimate("recall", 0.5)])], gate())
    assert text.startswith("## REGRESSION\n\n**small-model** against **main**\n\n| verdict |")
    assert markdown([], None).startswith("## Evaluation\n\nNo gate")


def test_gated_metrics_and_systems_are_tables() -> None:
    systems = [
        (run(article()), [estimate("open_questions", 0.5), estimate("recall", 0.25)]),
        (run(article(), name="lead", system="lead"), [estimate("recall", None)]),
    ]
    checked = gate(verdict("recall", p_adjusted=0.0001), verdict("duplicates", "INCONCLUSIVE"))
    shown = cells(markdown(systems, checked))
    assert shown[1] == [
        "PASS", "recall", "0.500", "0.520", "+0.020 [-0.010, +0.050]", "<0.001", "0.020", "0.061",
        "20",
    ]  # fmt: skip
    assert shown[2][:2] == ["INCONCLUSIVE", "duplicates ↓"]
    assert shown[3:6] == [
        ["Metric", "small-model (pipeline, recorded)", "lead (lead, recorded)"],
        ["recall", "0.250 [0.200, 0.300] n=20", "— not measured"],
        ["open_questions", "0.500 [0.450, 0.550] n=20", "— not scored"],
    ]
    assert shown[6:] == [
        ["Kind", "small-model", "lead"],
        ["hedge", "1/1", "1/1"],
        ["number", "0/1", "0/1"],
        ["all", "1/2", "1/2"],
    ]


def test_a_newly_hit_critical_trap_is_told_with_its_words() -> None:
    text = markdown([(run(article()), [])], gate())
    assert f"### Critical traps newly hit\n\n- **pond:t1** (hedge): {WRONG} Hit by c3.\n" in text
    assert "2/40 hit, upper bound 0.149 (95 %, one-sided); known: mill:t4; gone: weir:t2." in text
    other = markdown([(run(article(), name="another"), [])], gate())
    assert "\n- **pond:t1**\n" in other


def test_the_sample_that_hit_the_trap_is_the_one_told_of() -> None:
    missed = article(result=scored(traps=(trap(1, WRONG),)))
    text = markdown([(run(missed, article(repeat=1), article(repeat=2)), [])], gate())
    assert "Hit by c3." in text


def test_articles_without_a_full_score_are_listed() -> None:
    system = run(
        unscored("mill", "failed", "cut | off"), unscored("lock", "not_run"), article(state="stale")
    )
    text = markdown([(system, [])], gate(failed=("mill",), stale=("pond",)))
    assert "Articles that make it a regression, failed: mill.\n" in text
    assert "Articles that make it a regression, stale: pond.\n" in text
    assert text.endswith(
        "### Articles without a full score\n\n"
        "- small-model, failed: mill: cut \\| off\n"
        "- small-model, stale: pond\n"
        "- small-model, not run: lock\n"
    )


def report(text: str) -> str:
    result = scored(traps=(trap(1, text, text),))
    system = run(
        article("pond", result), article(text, result, state="stale", error=text), name=text
    )
    checked = gate(verdict(text), name=text, baseline=text, failed=(text,), stale=(text,))
    return markdown([(system, [estimate(text, 0.5)])], checked)


def test_hostile_text_is_shown_as_its_characters() -> None:
    text = report(HOSTILE)
    assert "<" not in text
    assert "\x1b" not in text
    assert "</script><script>alert(1)</script>" in "".join(t.content for t in tokens(text))


@given(st.text(st.sampled_from("<>[]()!`*_~#-+=|\\&;:/@.$\"' \n\t1aé\x1b")).filter(str.strip))
def test_source_text_never_changes_the_structure(text: str) -> None:
    def structure(words: str) -> list[str]:
        return [t.type for t in tokens(report(words)) if t.type != "text"]

    assert structure(f"x{text}x") == structure("plain")
