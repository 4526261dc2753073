"""What is measured of one part of a claim against the passage that carries it best."""

from __future__ import annotations

import math

from summarizer.attributes.dates import date_spans
from summarizer.checks import FAITHFUL
from summarizer.text.terms import keys, opposites, terms
from summarizer.text.words import words
from summarizer.verification.index import SentenceIndex
from summarizer.verification.judge import Judged

_GRAVE = ("severe", "fatal")
CHECKS = tuple(check.__module__.rsplit(".", 1)[-1] for check in FAITHFUL)
FEATURES = (
    "uncovered",
    "missing",
    "names_unmentioned",
    "opposed",
    "length",
    *(f"found_{check}" for check in CHECKS),
)
"""All grow with doubt, but ``length``:

* ``uncovered``: share of the part's terms, weighted by rarity, that the main sentence lacks;
* ``missing``: share of its terms that the whole passage lacks, synonyms too;
* ``names_unmentioned``: how many names among them no sentence of the document has;
* ``opposed``: how many of them have an opposite in the passage;
* ``length``: logarithm of 1 and the number of its terms;
* ``found_…``: 1 where the check found something severe or fatal.
"""


def features(index: SentenceIndex, judged: Judged) -> tuple[float, ...]:
    """The values of ``FEATURES`` for one part.

    Numbers and dates are left to their checks, which know that "three thousand" is 3,000 and which
    day "Thursday" was.
    """
    dated = _dated(judged.text)
    wanted = [t for t in terms(judged.text) if not t.number and t.word not in dated]
    passage = judged.passage
    if passage is None:
        return (1.0, 1.0, *(0.0,) * (len(FEATURES) - 2))
    missing = [t for t in passage.missing if t in wanted]
    held = frozenset().union(*(keys(index.document.words_of(n)) for n in passage.sentences))
    found = {f.check for f in judged.findings if f.severity in _GRAVE}
    return (
        1 - index.coverage(wanted, passage.main),
        len(missing) / max(1, len(wanted)),
        float(sum(t.name and not index.mentions(t) for t in missing)),
        float(sum(not held.isdisjoint(opposites(t.word)) for t in missing)),
        math.log1p(len(wanted)),
        *(float(check in found) for check in CHECKS),
    )


def _dated(text: str) -> frozenset[str]:
    """The lower-case words of the dates in a text."""
    return frozenset(w.lower for a, b in date_spans(text) for w in words(text[a:b]))
