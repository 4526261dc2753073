"""JUnit XML, which CI systems show as tests: gold claims are to be found, traps to be avoided."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evaluation.report.shared import counted_result, label
from summarizer.evaluation.results import ArticleResult, RunResult, Scored, TrapOutcome
from summarizer.render.plain import one_line

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit(run: RunResult) -> str:
    """One suite an article, one case for each required gold claim and each trap.

    Predicted claims that are not right are listed in the suite's output: there is no fixed set
    of them that could be cases.
    """
    root = Element("testsuites", name=_clean(run.name))
    for article in run.articles:
        _suite(root, article)
    _count(root)
    indent(root)
    return f"{_HEAD}{tostring(root, encoding='unicode')}\n"


def _suite(root: Element, article: ArticleResult) -> None:
    name = _clean(label(article))
    suite = SubElement(root, "testsuite", name=name)
    if article.usage:
        suite.set("time", f"{article.usage.seconds:.3f}")
    if article.state != "scored":
        words = article.state.replace("_", " ")
        case = SubElement(suite, "testcase", classname=name, name="article")
        kind = "skipped" if article.state == "not_run" else "error"
        reason = _clean(f"{words}: {article.error}" if article.error else words)
        SubElement(case, kind, {"message": reason} | ({"type": words} if kind == "error" else {}))
    result = counted_result(article)
    if result:
        _cases(suite, name, result)
        wrong = [p for p in result.predicted if not p.right]
        if wrong:
            lines = (f"not right{', duplicate' * p.duplicate}: {p.id}: {p.text}" for p in wrong)
            SubElement(suite, "system-out").text = "\n".join(map(_clean, lines))
    _count(suite)


def _cases(suite: Element, classname: str, result: Scored) -> None:
    texts = {claim.id: claim.text for claim in result.predicted}
    for claim in (c for c in result.gold if c.required):
        name = _clean(f"{claim.id}: {claim.text}")
        case = SubElement(suite, "testcase", classname=classname, name=name)
        if not claim.found:
            message = f"missed, weight {claim.weight}: no predicted claim says it"
            SubElement(case, "failure", type="missed", message=message)
    for trap in result.traps:
        name = _clean(f"{trap.id} ({trap.kind}, {trap.severity}): {trap.text}")
        case = SubElement(suite, "testcase", classname=classname, name=name)
        if trap.hit_by:
            SubElement(case, "failure", type="trap", message=_clean(_hit(trap, texts)))


def _hit(trap: TrapOutcome, texts: dict[str, str]) -> str:
    """By which claims; a sentence of the summary stands for itself."""
    by = (f"{name}: {texts[name]}" if name in texts else name for name in trap.hit_by)
    return f"hit by {'; '.join(by)}"


def _count(parent: Element) -> None:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    parent.set("tests", f"{sum(1 for _ in parent.iter('testcase'))}")
    for name, tag in kinds.items():
        parent.set(name, f"{sum(1 for _ in parent.iter(tag))}")


def _clean(text: str) -> str:
    """One line of what XML can hold; the rest is replaced, not dropped, so that it is seen."""
    return one_line(_NO_XML.sub("\ufffd", text))
