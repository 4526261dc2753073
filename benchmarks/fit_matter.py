"""Fits the weights by which claims of several sources are set beside each other.

    python benchmarks/fit_matter.py evals/stories evals/pairs/stories-[ab].jsonl \\
        --held evals/pairs/stories-c.jsonl --write

Two logistic scores: whether two claims say the same, and whether they contradict each other. The
data are the labelled stories and small stories of bare claims (one JSON object a line). What is
printed comes from five folds over the stories and, with ``--held``, from stories that were not
fitted on; ``--write`` writes the weights of all. A pair of several clauses is judged by the two
that look most like a contradiction, so the fit is repeated until these are the same.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from summarizer.attributes.dates import dates
from summarizer.briefing.comparison.ask import DOUBTFUL
from summarizer.briefing.comparison.contrasts import differences_of
from summarizer.briefing.comparison.matter import features, pairs_of, read_words
from summarizer.briefing.comparison.units import units
from summarizer.briefing.comparison.weights import ASKED, CONTRAST, SAME
from summarizer.briefing.openness import is_open
from summarizer.briefing.told import Told
from summarizer.evaluation.stories.gold import load_story, story_files
from summarizer.llm.model import Question
from summarizer.llm.select import open_model
from summarizer.matching.reading import unframed
from summarizer.progress import silent
from summarizer.prompting import as_shown, load_prompt
from summarizer.schema import Attribution, Claim, DateMention

Array = NDArray[np.float64]
PLACE = Path("summarizer/briefing/comparison/weights.json")
HELD = ("brennick-bid", "dervan-quake")  # stories that nothing was tuned on
RIDGE = 1.0
ROUNDS = 4
FOLDS = 5


@dataclass(frozen=True)
class Labelled:
    """The claims of one story, and which pairs of them, by index, say the same or contradict."""

    id: str
    told: tuple[Told, ...]
    same: frozenset[frozenset[int]]
    against: frozenset[frozenset[int]]


def claim(
    name: str, text: str, by: Sequence[str], commitment: str, when: Sequence[DateMention]
) -> Claim:
    """A claim with what the comparison looks at."""
    return Claim.model_validate(
        {
            "id": name,
            "text": text,
            "importance": 0.5,
            "support": 1.0,
            "negated": False,
            "evidence": (),
            "attribution": tuple(
                Attribution(source=who, kind="organisation", cue=None) for who in by
            ),
            "commitment": commitment,
            "quantities": (),
            "dates": tuple(when),
            "entities": (),
            "findings": (),
        }
    )


def told(made: Claim, outlet: str, published: str, place: int) -> Told:
    """The claim as the comparison takes it."""
    return Told(
        claim=made,
        source=made.id.partition(".")[0],
        outlet=outlet,
        published=published,
        place=place,
        content=unframed(" ".join(made.text.split()))[0],
    )


def small_stories(path: Path) -> Iterator[Labelled]:
    """Stories of bare claims, one JSON object a line."""
    for line in path.read_text("utf-8").splitlines():
        story = json.loads(line)
        index: dict[tuple[int, int], int] = {}
        claims: list[Told] = []
        for s, source in enumerate(story["sources"]):
            for c, given in enumerate(source["claims"]):
                index[s, c] = len(claims)
                when = dates(given["text"], source["published"])
                made = claim(
                    f"s{s + 1}.c{c + 1}", given["text"], given["by"], given["commitment"], when
                )
                claims.append(told(made, source["outlet"], source["published"], s))
        yield Labelled(
            story["id"],
            tuple(claims),
            frozenset(frozenset(index[tuple(end)] for end in pair) for pair in story["same"]),
            frozenset(
                frozenset((index[tuple(c["first"])], index[tuple(c["second"])]))
                for c in story["conflicts"]
            ),
        )


def whole_stories(place: Path) -> Iterator[Labelled]:
    """Stories with their texts, by the labels of their claims."""
    for file in story_files(place):
        story = load_story(file).story
        order = {source.file.removesuffix(".txt"): n for n, source in enumerate(story.sources)}
        index = {c.id: number for number, c in enumerate(story.claims)}
        claims = []
        for number, c in enumerate(story.claims):
            source = story.sources[order[c.source]]
            when = [
                DateMention(
                    text=d.text, start=d.start, end=d.end, precision=d.precision, anchor=None
                )
                for d in c.dates
            ]
            made = claim(
                f"s{order[c.source] + 1}.c{number}",
                c.text,
                [a.source for a in c.attribution],
                c.commitment,
                when,
            )
            claims.append(told(made, str(source.outlet), str(source.published), order[c.source]))
        same = {
            frozenset((index[a], index[b]))
            for cluster in story.clusters
            for a, b in combinations(cluster.claims, 2)
        }
        against = {
            frozenset((index[a], index[b]))
            for conflict in story.conflicts
            for one, other in combinations(conflict.sides, 2)
            for a in one
            for b in other
        }
        yield Labelled(story.id, tuple(claims), frozenset(same), frozenset(against))


@dataclass(frozen=True)
class Case:
    """A pair of claims: the signs of each way to look at it, and its label."""

    story: str
    ways: Array
    label: bool
    texts: tuple[str, str]


def cases(stories: Iterable[Labelled]) -> tuple[list[Case], list[Case]]:
    """Pairs across sources, for both scores."""
    same, against = [], []
    for story in stories:
        words = read_words(story.told)
        whole = read_words(story.told, whole=True)
        units_of = [tuple(units(t, w)) for t, w in zip(story.told, whole, strict=True)]
        for pair in pairs_of(story.told, words):
            one, other = story.told[pair.first], story.told[pair.second]
            if one.source == other.source:
                continue
            ends = frozenset((pair.first, pair.second))
            texts = one.claim.text, other.claim.text
            signs = features(
                pair.comparison,
                pair.shares,
                mutual=pair.mutual,
                both=(words[pair.first], words[pair.second]),
            )
            row = np.array([[signs[name] for name in SAME]])
            same.append(Case(story.id, row, ends in story.same, texts))
            if is_open(one) or is_open(other):
                continue
            found = [d.signs for d in differences_of(pair, units_of)]
            if found:
                rows = np.array([[signs[name] for name in CONTRAST] for signs in found])
                against.append(Case(story.id, rows, ends in story.against, texts))
    return same, against


def fitted(known: Sequence[Case]) -> Array:
    """Weights by ridge regression of the logistic."""
    labels = np.array([case.label for case in known], dtype=float)
    weights = np.zeros(known[0].ways.shape[1])
    weights[0] = 1.0  # before anything is known the ways with most agreement are taken
    for _ in range(ROUNDS):
        rows = np.array([case.ways[np.argmax(case.ways @ weights)] for case in known])

        def loss(w: Array, rows: Array = rows) -> tuple[float, Array]:
            scores = rows @ w
            error = 1 / (1 + np.exp(-scores)) - labels
            value = np.logaddexp(0, scores).sum() - (labels * scores).sum()
            return float(value + RIDGE / 2 * w @ w), rows.T @ error + RIDGE * w

        weights = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return np.asarray(weights)


def scores(known: Sequence[Case], weights: Array) -> Array:
    """The likelihood of each case."""
    return np.array([1 / (1 + np.exp(-(case.ways @ weights).max())) for case in known])


def told_of(name: str, known: Sequence[Case], found: Array, of: int) -> None:
    """One line: how well a score tells the labelled from the others."""
    labels = np.array([case.label for case in known])
    ranks = rankdata(found)
    positives = labels.sum()
    auc = (ranks[labels].sum() - positives * (positives + 1) / 2) / (
        positives * (len(labels) - positives)
    )
    cuts = []
    for cut in (0.2, 0.3, 0.4, 0.5):
        taken = found >= cut
        precision = labels[taken].mean() if taken.any() else 0.0
        cuts.append(f"{cut}: {precision:.2f}/{(labels & taken).sum() / of:.2f}")
    print(
        f"{name}: {len(known)} pairs, {positives} of {of} reached, AUC {auc:.3f};"
        f" precision/recall at {', '.join(cuts)}"
    )


def folds(known: Sequence[Case]) -> Array:
    """The likelihood of each case by weights that were fitted without its story."""
    names = sorted({case.story for case in known})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    found = np.zeros(len(known))
    for number in range(FOLDS):
        weights = fitted([case for case in known if fold[case.story] != number])
        for place, case in enumerate(known):
            if fold[case.story] == number:
                found[place] = scores([case], weights)[0]
    return found


def read(places: Sequence[Path], *, held: bool = False) -> list[Labelled]:
    """The stories of folders and files; of folders those that are held out, or all others."""
    found: list[Labelled] = []
    for place in places:
        whole = whole_stories(place) if place.is_dir() else ()
        found += [story for story in whole if (story.id in HELD) == held]
        found += [] if place.is_dir() else small_stories(place)
    return found


def asked(known: Sequence[Case], place: Path, ask: bool) -> dict[str, float]:
    """The weights of the code's and a model's word on the pairs that the code is in doubt about."""
    found = folds(known)
    low, high = DOUBTFUL
    between = [(c, p) for c, p in zip(known, found, strict=True) if low < p < high]
    answers = {}
    if place.is_file():
        for line in place.read_text("utf-8").splitlines():
            row = json.loads(line)
            answers[row["first"], row["second"]] = row["log_odds"]
    if ask:
        missing = [case.texts for case, _ in between if case.texts not in answers]
        answers |= asyncio.run(answered(missing))
        rows = [{"first": a, "second": b, "log_odds": w} for (a, b), w in answers.items()]
        place.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    judged = [
        Case(c.story, np.array([[1.0, np.log(p / (1 - p)), answers[c.texts]]]), c.label, c.texts)
        for c, p in between
        if c.texts in answers
    ]
    positives = sum(case.label for case in judged)
    code = np.array([1 / (1 + np.exp(-case.ways[0][1])) for case in judged])
    told_of("doubtful, code", judged, code, positives)
    told_of("doubtful, code and model, folds", judged, folds(judged), positives)
    return {
        name: round(float(w), 3)
        for name, w in zip(("bias", "code", "model"), fitted(judged), strict=True)
    }


async def answered(pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """What the embedded model says of pairs of texts."""
    prompt = load_prompt("same")
    model = await open_model(None, base_url=None, environ=os.environ, report=silent)
    found = {}
    for first, second in pairs:
        texts = {"first": as_shown(first), "second": as_shown(second)}
        answer = await model.decide(Question(prompt.fill(texts), "compare"))
        found[first, second] = answer.log_odds
    await model.aclose()
    return found


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--held", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--failures", action="store_true", help="print what the folds get wrong")
    parser.add_argument("--answers", type=Path, help="answers of a model, one JSON object a line")
    parser.add_argument("--ask", action="store_true", help="ask the embedded model for the rest")
    given = parser.parse_args()
    began = time.monotonic()
    stories, held = read(given.data), read(given.held, held=True)
    tables = {}
    of: dict[str, Callable[[Labelled], frozenset[frozenset[int]]]] = {
        "same": lambda s: s.same,
        "contrast": lambda s: s.against,
    }
    beside = cases(held) if held else ([], [])
    for name, known, kept in zip(of, cases(stories), beside, strict=True):
        total = sum(len(of[name](story)) for story in stories)
        found = folds(known)
        told_of(f"{name}, folds", known, found, total)
        weights = fitted(known)
        if kept:
            told_of(
                f"{name}, held", kept, scores(kept, weights), sum(len(of[name](s)) for s in held)
            )
        if given.failures:
            for score, case in sorted(zip(found, known, strict=True), key=lambda f: -f[0]):
                if (score >= 0.4) != case.label:
                    print(
                        f"  {score:.2f} {'missed' if case.label else 'false'}",
                        *case.texts,
                        sep=" | ",
                    )
        table = SAME if name == "same" else CONTRAST
        tables[name] = {n: round(float(w), 3) for n, w in zip(table, weights, strict=True)}
    tables["asked"] = dict(ASKED)
    if given.answers:
        tables["asked"] = asked(cases(stories)[0], given.answers, given.ask)
    if given.write:
        PLACE.write_text(json.dumps(tables, indent=1) + "\n", "utf-8")
    print(f"{len(stories)} stories in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
