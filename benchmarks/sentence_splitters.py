"""Compare sentence splitters on hard cases, on real news, and for speed.

    python benchmarks/sentence_splitters.py DATA_FOLDER

A boundary is the offset just after a sentence's last visible character, inside a line (the end of
a line is given to everybody and not counted). The articles in ``DATA_FOLDER`` carry no gold
boundaries. A boundary that all candidates propose counts as right; the 148 that the seven
candidates of November 2026 disagreed about were judged by hand, once, and stand below as offsets:
``RIGHT``, ``WRONG``, or ``UNDECIDED`` (fragments of captions and the like, not counted). So recall
is relative to what at least one candidate proposes.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

Boundaries = set[int]
Splitter = Callable[[str], list[str]]

# Each case is one paragraph; "|" marks where one sentence ends and the next begins.
HARD_CASES = """
The tense meeting took place in Springfield, D.C., where directors sat for hours.|Nobody left early.
He flew to Washington, D.C.|The hearing starts on Monday.
U.S. officials declined to comment.|The embassy did too.
The plant is the largest in the U.S.|The second is in Ohio.
She joined the U.S. Senate in 2011.|He joined later.
Morrow spoke to Col. Adam Reyes and Gen. Ruth Vale.|They agreed.
Mr. Obi met Mrs. Lund and Dr. Kay on Friday.|All three smiled.
Sen. John Parrish and Rep. Dana Cole voted no.|Gov. Lee signed it.
The novel by J. K. Marlowe sold out.|It was reprinted.
J.K. Marlowe and W.E.B. Dunne agreed.|Nobody else did.
The bus leaves at 9 a.m. from the north gate.|It is never late.
The bus leaves at 9 a.m.|Passengers should be early.
Doors close at 5 p.m. Friday.|They open again on Monday.
The deal is worth $1.2 million.|It closes in May.
Output rose 3.5 percent.|Prices fell by 0.4 points.
She lives at No. 10 and he at No. 12.|Both rent.
The ruling of Jan. 6 stands.|An appeal was filed on Feb. 11.
Acme Inc. said it would pay.|Acme Corp. and Bolt Ltd. followed.
The buyer is Acme Inc.|The seller was not named.
It was Harlow vs. Denby in the final.|Denby won.
"We will stay," she said.|"We have no choice."
"We will stay."|He left the room.
He called it "a disgrace."|The crowd cheered.
He called it "a disgrace".|The crowd cheered.
“Who will pay?” asked the mayor.|Nobody answered.
"Is it over?" she asked.|"Yes!" he said.
He said: “We lost.|We go home.”|They went home.
The firm (founded in 1990) closed.|(It had no heirs.)|The site is empty.
The council (which met twice.) adjourned.|It meets in May.
They waited ... and waited.|Then it came.
They waited…|Then it came.
What now?!|Nobody knows!!|We wait.
The agency's budget grew.|ICE's did not.
See www.example.org for details.|Write to press@example.org.
Version 2.0.1 is out.|It fixes Fig. 3.
The statute (18 U.S.C. 1001) applies.|It is old.
The Ph.D. student and the M.D. argued.|They made up.
St. Mary's is near Mt. Pell.|It is on Ridge Rd. near the lake.
The total was 4,300.|In 2019 it was 3,900.
Aid reached approx. 400 homes, e.g. in Dunmore, i.e. the north.|More is due.
The U.N. Security Council met.|The U.N. says it will act.
The vote was 7-2.|7,181 people came.|That is fewer.
""".strip().splitlines()

OURS = "summarizer"
CANDIDATES = ("nupunkt", "sentencex", "pysbd", "syntok", "segtok", "blingfire", "sentence_splitter")

SPEED_TEXT = (
    "The council met on Monday in St. Mary's and voted 7-2 for the plan. Mr. Obi said it would"
    ' "cost $1.2 million." Nobody from D.C. came. '
)
SPEED_SIZES = (25_000, 100_000)

# Hand judgements on the news articles: article id to offsets of boundaries.
RIGHT: dict[str, tuple[int, ...]] = {
    "GUM_interview_cocktail": (1162, 2789),
    "GUM_interview_daly": (4685,),
    "GUM_interview_dungeon": (3478, 4001),
    "GUM_interview_gaming": (1593,),
    "GUM_interview_herrick": (738, 2571, 3592, 3666, 6350),
    "GUM_interview_hill": (3443,),
    "GUM_interview_libertarian": (1574,),
    "GUM_interview_mcguire": (2120, 3178),
    "GUM_interview_mckenzie": (1720, 2332),
    "GUM_interview_messina": (3039, 4920, 4965),
    "GUM_interview_onion": (1838,),
    "GUM_interview_peres": (69, 3018),
    "GUM_interview_stardust": (261, 4006, 4782),
    "GUM_news_afghan": (358, 598, 974, 2196, 4364),
    "GUM_news_clock": (2777, 2814, 2868),
    "GUM_news_crane": (449,),
    "GUM_news_defector": (481, 2053, 3097, 3211, 4745),
    "GUM_news_flag": (1215,),
    "GUM_news_hackers": (822, 1401, 1657, 1953, 2176, 2338, 2690),
    "GUM_news_ie9": (585, 619, 1318, 1350),
    "GUM_news_iodine": (3126, 4350, 4449, 4681, 5102),
    "GUM_news_korea": (528, 685),
    "GUM_news_nasa": (2650, 2828, 3771, 4379, 5312, 5470, 5576),
    "GUM_news_soccer": (628, 2014, 4076),
    "GUM_news_taxes": (2231, 2652, 2703, 2823),
    "GUM_news_warhol": (6244, 6320, 6713, 7864, 7919, 8326, 8514),
    "GUM_news_warming": (2766, 3139),
}
WRONG: dict[str, tuple[int, ...]] = {
    "GUM_interview_ants": (2061,),
    "GUM_interview_chomsky": (4267,),
    "GUM_interview_cocktail": (424, 470, 749, 3204, 4573),
    "GUM_interview_dungeon": (4285, 4314),
    "GUM_interview_gaming": (2017,),
    "GUM_interview_herrick": (2570, 4070, 4159),
    "GUM_interview_hill": (2502, 2553),
    "GUM_interview_libertarian": (1573,),
    "GUM_interview_mcguire": (1735, 4338),
    "GUM_interview_mckenzie": (2047,),
    "GUM_interview_messina": (1239, 3162, 3309, 3739, 4631),
    "GUM_interview_peres": (3660,),
    "GUM_interview_shalev": (4050, 4051, 4085, 4086, 4131, 4132),
    "GUM_news_defector": (1035, 3370, 4671, 4929),
    "GUM_news_ie9": (1965,),
    "GUM_news_iodine": (3544,),
    "GUM_news_nasa": (3469, 4378, 5968),
    "GUM_news_soccer": (188, 2879, 4075, 4392),
    "GUM_news_warhol": (2754,),
    "GUM_news_worship": (790,),
}
UNDECIDED: dict[str, tuple[int, ...]] = {
    "GUM_interview_cocktail": (736, 742, 1951, 3189, 3197),
    "GUM_interview_daly": (4296,),
    "GUM_interview_gaming": (2047,),
    "GUM_interview_herrick": (2512, 2670, 6310),
    "GUM_interview_mcguire": (1736,),
    "GUM_interview_mckenzie": (1871,),
    "GUM_interview_messina": (3193,),
    "GUM_interview_onion": (4512,),
    "GUM_interview_peres": (3661,),
    "GUM_interview_shalev": (5072, 5076),
    "GUM_news_defector": (3501, 3505),
    "GUM_news_hackers": (845,),
}


def splitter(name: str) -> Splitter:
    """The candidate ``name`` as a function from a line to its sentences.

    Raises ImportError when it is not installed.
    """
    adapt = _ADAPTERS.get(name)
    if adapt:
        return adapt()
    library = import_module(name)
    if name == "sentencex":
        return lambda text: list(library.segment("en", text))
    if name == "blingfire":
        return lambda text: str(library.text_to_sentences(text)).split("\n")
    return lambda text: list(library.sent_tokenize(text))


def _ours() -> Splitter:
    sentences = import_module("summarizer.documents.sentences")
    return lambda text: [
        text[start:end]
        for block in sentences.find_blocks(text)
        for start, end in sentences.find_sentences(text, block)
    ]


def _pysbd() -> Splitter:
    segmenter = import_module("pysbd").Segmenter(language="en", clean=False)
    return lambda text: list(segmenter.segment(text))


def _syntok() -> Splitter:
    process = import_module("syntok.segmenter").process
    return lambda text: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in process(text)
        for sentence in paragraph
    ]


def _segtok() -> Splitter:
    split = import_module("segtok.segmenter").split_single
    return lambda text: list(split(text))


def _sentence_splitter() -> Splitter:
    split = import_module("sentence_splitter").SentenceSplitter(language="en").split
    return lambda text: list(split(text))


_ADAPTERS: dict[str, Callable[[], Splitter]] = {
    OURS: _ours,
    "pysbd": _pysbd,
    "syntok": _syntok,
    "segtok": _segtok,
    "sentence_splitter": _sentence_splitter,
}


def boundaries(sentences: list[str], paragraph: str) -> Boundaries:
    """Offsets into ``paragraph`` after each sentence but the last, counted without white space."""
    visible = [at for at, char in enumerate(paragraph) if not char.isspace()]
    found: Boundaries = set()
    seen = 0
    for sentence in sentences:
        seen += sum(not char.isspace() for char in sentence)
        if 0 < seen < len(visible):
            found.add(visible[seen - 1] + 1)
    return found


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each line that is not blank."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield offset, line
        offset += len(line)


def news_boundaries(split: Splitter, text: str) -> Boundaries:
    """Boundaries inside the paragraphs of one article, as offsets into the article."""
    return {
        offset + at
        for offset, paragraph in paragraphs(text)
        for at in boundaries(split(paragraph), paragraph)
    }


def score(found: Boundaries, gold: Boundaries) -> tuple[int, int, int]:
    """True positives, false positives, false negatives."""
    return len(found & gold), len(found - gold), len(gold - found)


def figures(counts: list[tuple[int, int, int]]) -> str:
    """Precision, recall and F1 over all counts, for a table."""
    hit, extra, missed = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = hit / max(1, hit + extra), hit / max(1, hit + missed)
    f1 = 2 * hit / max(1, 2 * hit + extra + missed)
    return f"{precision:.3f} {recall:.3f} {f1:.3f}"


def hard_counts(split: Splitter) -> list[tuple[int, int, int]]:
    """Counts of each hard case."""
    counts = []
    for case in HARD_CASES:
        gold_sentences = case.split("|")
        paragraph = " ".join(gold_sentences)
        found = boundaries(split(paragraph), paragraph)
        counts.append(score(found, boundaries(gold_sentences, paragraph)))
    return counts


def seconds(split: Splitter, size: int) -> float:
    """Seconds for one line of ``size`` characters."""
    text = (SPEED_TEXT * (size // len(SPEED_TEXT) + 1))[:size]
    start = time.perf_counter()
    split(text)
    return time.perf_counter() - start


def news_counts(
    found: dict[str, dict[str, Boundaries]], articles: list[str]
) -> dict[str, list[tuple[int, int, int]]]:
    """Counts of each candidate for each article; ``found`` is by candidate and article."""
    counts: dict[str, list[tuple[int, int, int]]] = {name: [] for name in found}
    peers = [name for name in found if name != OURS] or list(found)
    for article in articles:
        right, wrong, undecided = (set(j.get(article, ())) for j in (RIGHT, WRONG, UNDECIDED))
        agreed = set.intersection(*(found[name][article] for name in peers))
        gold = (agreed | right) - wrong - undecided
        for name in found:
            counts[name].append(score(found[name][article] - undecided, gold))
    return counts


def installed() -> dict[str, Splitter]:
    """The candidates that can be imported; the others are named."""
    splitters = {}
    for name in (OURS, *CANDIDATES):
        try:
            splitters[name] = splitter(name)
        except ImportError as error:
            print(f"{name}: not installed, left out ({error})")
    return splitters


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Compare sentence splitters.")
    parser.add_argument("data", type=Path, help="folder that holds news/gum-news.jsonl")
    path = parser.parse_args().data / "news" / "gum-news.jsonl"
    splitters = installed()
    print(f"\n{len(HARD_CASES)} hard cases        precision recall F1")
    for name, split in splitters.items():
        print(f"{name:20} {figures(hard_counts(split))}")
    print(f"\nseconds for {SPEED_SIZES[0]:,} and {SPEED_SIZES[1]:,} characters, ratio")
    for name, split in splitters.items():
        small, large = (seconds(split, size) for size in SPEED_SIZES)
        print(f"{name:20} {small:.3f} {large:.3f} {large / small:.1f}")
    if not path.is_file():
        print(f"\nnews: not measured, there is no {path}")
        return
    texts = {row["id"]: row["text"] for row in map(json.loads, path.open(encoding="utf-8"))}
    found = {
        name: {article: news_boundaries(split, text) for article, text in texts.items()}
        for name, split in splitters.items()
    }
    print(f"\n{len(texts)} news articles      precision recall F1")
    for name, counts in news_counts(found, list(texts)).items():
        print(f"{name:20} {figures(counts)}")


if __name__ == "__main__":
    main()
