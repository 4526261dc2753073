"""Fit ``summarizer/documents/instructions/weights.json.gz`` on the cases of the tests.

Run by hand after cases or features have changed::

    python benchmarks/fit_instructions.py --data FOLDER

Logistic regression with a ridge, over all cases of ``tests/documents/instructions.jsonl`` that are
not held back; content is also the prose around the cases, our own articles, and the documents of
the tuning half of ``FOLDER/faithfulness`` (see ``verification.py``), which lend no feature that our
own texts don't have. Instructions weigh as much as content, and plain prose a third of content.
Printed is what ten folds give for each writer's cases: instructions missed and content lost.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import verification
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from summarizer.documents.instructions.disguise import plain
from summarizer.documents.instructions.features import features
from summarizer.documents.instructions.find import may_tell
from summarizer.documents.instructions.pieces import find_pieces
from summarizer.documents.instructions.score import SURE, WEIGHTS
from summarizer.schema import Document

PLAIN = ("around", "articles", "documents")
ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "documents" / "instructions.jsonl"
ARTICLES = ROOT / "evals" / "articles"
_RIDGE = 3.0
_FOLDS = 10
_RAREST = 3  # cases that a feature has to stand in
_PLAIN_SHARE = 1 / 3  # of the weight of content
_SMALLEST = 0.015  # a weight that is not worth its place

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One text, who wrote it, and whether it is an instruction."""

    id: str
    writer: str
    text: str
    instruction: bool


def examples() -> list[Example]:
    """The cases that may be learnt from, and the sentences of our articles."""
    rows = map(json.loads, CASES.read_text("utf-8").splitlines())
    found: list[Example] = []
    for row in rows:
        if row["half"] == "tune":
            instruction = row["kind"] == "instruction"
            found += [
                Example(row["id"], row["id"].rsplit("-", 1)[0], text, instruction)
                for text in (row["text"], *_sentences(row["text"]))
            ]
            around = {row["before"], row["after"]} - {example.text for example in found}
            found += [
                Example(row["id"], "around", text, instruction=False) for text in sorted(around)
            ]
    for path in sorted(ARTICLES.glob("*.txt")):
        document = Document.from_text(path.read_text("utf-8"))
        found += [
            Example(f"{path.stem}-{s.id}", "articles", document.words_of(s.id), False)
            for s in document.body
        ]
    return found


def prose(folder: Path) -> list[Example]:
    """Sentences of the tuning documents that a second look is taken at, as content."""
    texts = {
        item.document: item.text
        for read in verification.SETS.values()
        for item in read(folder)
        if verification.tuning(item.document)
    }
    found: dict[str, Example] = {}
    for name, text in texts.items():
        document = Document.from_text(text)
        for sentence in document.sentences:
            words = document.words_of(sentence.id)
            if may_tell(plain(words)):
                example = Example(f"{name}-{sentence.id}", "documents", words, instruction=False)
                found.setdefault(words, example)
    return list(found.values())


def _sentences(text: str) -> list[str]:
    """The sentences of a text of several that may be told by themselves."""
    pieces = find_pieces(text)
    if len(pieces) == 1:
        return []
    return [text[p.start : p.end] for p in pieces if may_tell(p.words)]


def words_of(text: str) -> str:
    """The text in plain words, as sentences of a page are scored: without what is quoted."""
    return " ".join(p.whole.strip(" \"'“”") if p.all_quoted else p.words for p in find_pieces(text))


def matrix(found: Sequence[Example]) -> tuple[csr_matrix, list[str]]:
    """One row a text, one column a feature that is not too rare."""
    sets = [features(words_of(example.text)) for example in found]
    own = (s for s, example in zip(sets, found, strict=True) if example.writer != "documents")
    counts = Counter(name for names in own for name in names)
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    place = {name: at for at, name in enumerate(names)}
    cells = [(row, place[n]) for row, s in enumerate(sets) for n in sorted(s) if n in place]
    rows, columns = zip(*cells, strict=True)
    values = (np.ones(len(cells)), (rows, columns))
    return csr_matrix(values, shape=(len(sets), len(names))), names


def weights_of(found: Sequence[Example]) -> Floats:
    """What each example weighs; the mean is 1."""
    kinds = [(e.instruction, e.writer in PLAIN) for e in found]
    shares = {
        (True, False): 0.5,
        (False, False): 0.5 * (1 - _PLAIN_SHARE),
        (False, True): 0.5 * _PLAIN_SHARE,
    }
    counts = Counter(kinds)
    return np.array([shares[kind] / counts[kind] for kind in kinds]) * len(found)


def fit(values: csr_matrix, wanted: NDArray[np.bool_], weight: Floats) -> Floats:
    """Bias and weights."""
    sign = np.where(wanted, 1.0, -1.0)

    def loss(b: Floats) -> tuple[float, Floats]:
        z = sign * (values @ b[1:] + b[0])
        slope = -sign * weight / (1 + np.exp(np.clip(z, -30, 30)))
        gradient = np.concatenate([[slope.sum()], values.T @ slope + _RIDGE * b[1:]])
        total = float((weight * np.logaddexp(0, -z)).sum() + 0.5 * _RIDGE * (b[1:] @ b[1:]))
        return total, gradient

    begin = np.zeros(values.shape[1] + 1)
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B").x)


def fold_of(example: Example) -> int:
    """Which fold an example is in."""
    return int(hashlib.sha256(example.id.encode()).hexdigest(), 16) % _FOLDS


def crossed(found: Sequence[Example], values: csr_matrix, wanted: NDArray[np.bool_]) -> Floats:
    """The log-odds of each example from weights that were fitted without its fold."""
    folds, weight = np.array([fold_of(example) for example in found]), weights_of(found)
    scores = np.zeros(len(found))
    for fold in range(_FOLDS):
        inside = folds == fold
        b = fit(values[~inside], wanted[~inside], weight[~inside])
        scores[inside] = values[inside] @ b[1:] + b[0]
    return scores


def main() -> None:
    """Fit, print what folds give, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    found = [*examples(), *prose(parser.parse_args().data / "faithfulness")]
    values, names = matrix(found)
    wanted = np.array([example.instruction for example in found])
    writers: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for example, score in zip(found, crossed(found, values, wanted), strict=True):
        writers[example.writer].append((example.instruction, score >= SURE))
    for writer, marks in sorted(writers.items()):
        missed = [not marked for instruction, marked in marks if instruction]
        lost = [marked for instruction, marked in marks if not instruction]
        print(
            f"{writer:<12} instructions missed {sum(missed):>4} of {len(missed):>4}, "
            f"content lost {sum(lost):>4} of {len(lost):>4}"
        )
    b = fit(values, wanted, weights_of(found))
    kept = {n: round(float(w), 2) for n, w in zip(names, b[1:], strict=True) if abs(w) >= _SMALLEST}
    text = json.dumps({"bias": round(float(b[0]), 3), "features": kept}, sort_keys=True)
    WEIGHTS.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(kept)} features, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
