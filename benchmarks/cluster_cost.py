"""What it costs to set the claims of a note beside each other: time and memory by their number.

Run by hand::

    python benchmarks/cluster_cost.py
    python benchmarks/cluster_cost.py --profile 2000   # where the time goes

The claims are those of our own labelled articles and stories, of which 30 sources tell three
stories: every fact by one to four sources, in other words where the labels have other words (the
pairs of ``evals/pairs``), some with another number or date. Facts that are told a second time have
other names, so that claims differ as they do in a real note. Every size runs in a process of its
own that reads nothing but the summaries, so that the peak memory is its own. Milliseconds for a
claim, and their ratio to the size before, are of CPU time, which other programs disturb less; a
ratio of 1 is linear, 2 quadratic. The aim: 2,000 claims in 5 seconds and 300 MB.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import pstats
import random
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from summarizer.schema import (
    Attribution,
    Claim,
    Commitment,
    Coverage,
    Document,
    Evidence,
    Provenance,
    Sentence,
    Summary,
    Usage,
)

EVALS = Path(__file__).parent.parent / "evals"
SIZES = (250, 500, 1_000, 2_000)
SOURCES = 30
STORIES = 3
TELLERS = (1, 1, 2, 2, 3, 4)  # sources of one fact
SEED = 20261125
WARM = 12  # claims that are read before the clock starts
MADE = Provenance(
    model="none",
    endpoint="none",
    mode="none",
    prompts={},
    schema_version="1",
    package_version="0",
    parameters={},
)
NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z’']{2,}")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?![\d,.]*\d)")
SYLLABLES = "ba do fi ke lu mo na ru si te va gro hel mar tin".split()


@dataclass(frozen=True)
class Fact:
    """What one or several sources say.

    Attributes:
        wordings: other words for it, or for something that is nearly but not quite the same.
    """

    wordings: tuple[str, ...]
    attribution: tuple[Attribution, ...]
    commitment: Commitment


def facts_of_articles() -> Iterator[list[Fact]]:
    """The facts of each article and of each story that we have labelled."""
    from summarizer.evaluation.gold import gold_files, load_gold, read_data
    from summarizer.evaluation.stories.gold import load_story, story_files

    worded: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in sorted((EVALS / "pairs").glob("*.yaml")):
        for pair in read_data(file.read_text("utf-8"), file.name)[0]["pairs"]:
            worded[pair["article"], pair["gold"]].append(pair["text"])
    for file in gold_files(EVALS / "gold"):
        gold = load_gold(file)
        yield [
            Fact(
                (claim.text, *worded[gold.article.id, claim.id]),
                tuple(_link(link) for link in claim.attribution),
                claim.commitment,
            )
            for claim in gold.claims
        ]
    for file in story_files(EVALS / "stories"):
        story = load_story(file).story
        groups = [cluster.claims for cluster in story.clusters]
        groups += [(claim.id,) for claim in story.claims if claim.id not in story.cluster_of]
        firsts = [story.by_id[group[0]] for group in groups]
        yield [
            Fact(
                tuple(story.by_id[name].text for name in group),
                tuple(_link(link) for link in first.attribution),
                first.commitment,
            )
            for group, first in zip(groups, firsts, strict=True)
        ]


def _link(link: Any) -> Attribution:
    return Attribution(source=link.source, kind=link.kind, cue=None)


def retold(text: str, turn: int) -> str:
    """The text with other names in every turn but the first; the same name has the same other."""
    keep = {*DAYS, *MONTHS}

    def other(match: re.Match[str]) -> str:
        name = match.group()
        if not turn or name in keep:
            return name
        draw = random.Random(f"{turn} {name}")
        return "".join(draw.choices(SYLLABLES, k=3)).capitalize()

    return NAME.sub(other, text)


def varied(text: str, draw: random.Random) -> str:
    """The text, one time in three with other numbers, and one time in three with another day."""
    if draw.random() < 1 / 3:
        text = NUMBER.sub(lambda m: str(int(m.group()) + draw.randint(1, 9)), text)
    if draw.random() < 1 / 3:
        for kind in (DAYS, MONTHS):
            text = re.sub(rf"\b(?:{'|'.join(kind)})\b", draw.choice(kind), text)
    return text


def told(number: int) -> list[list[tuple[str, Fact]]]:
    """That many texts and their facts, by source."""
    draw = random.Random(SEED)
    articles = list(facts_of_articles())
    draw.shuffle(articles)
    sources: list[list[tuple[str, Fact]]] = [[] for _ in range(SOURCES)]
    done = 0
    for turn in count():
        for place, article in enumerate(articles):
            tellers = range(place % STORIES, SOURCES, STORIES)
            for fact in article:
                wordings = draw.sample(fact.wordings, len(fact.wordings))
                for n, source in enumerate(draw.sample(tellers, draw.choice(TELLERS))):
                    text = varied(retold(wordings[n % len(wordings)], turn), draw)
                    sources[source].append((text, fact))
                    done += 1
                    if done == number:
                        return sources
    raise AssertionError


def summary_of(source: int, claims: Sequence[tuple[str, Fact]]) -> Summary:
    """A source whose sentences are its claims."""
    from summarizer.attributes.dates import dates

    published = f"2031-05-{source % 10 + 11}"
    text, sentences, found = "", [], []
    for number, (words, fact) in enumerate(claims, start=1):
        start = len(text)
        text += words
        sentences.append(Sentence(id=number, start=start, end=len(text), kind="body"))
        evidence = Evidence(sentence=number, start=start, end=len(text), text=words)
        text += "\n\n" if number % 4 == 0 else " "
        found.append(
            Claim(
                id=f"c{number}",
                text=words,
                importance=0.5,
                support=1.0,
                negated=False,
                evidence=(evidence,),
                attribution=fact.attribution,
                commitment=fact.commitment,
                quantities=(),
                dates=dates(words, published),
                entities=(),
                findings=(),
            )
        )
    return Summary(
        document=Document(
            source=f"source-{source}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title=None,
            outlet=f"The {SYLLABLES[source % 15].capitalize()}ford Post {source}",
            section=None,
            byline=None,
            published=published,
            language="en",
            text=text,
            sentences=tuple(sentences),
        ),
        headline=None,
        summary=(),
        key_points=(),
        claims=tuple(found),
        rejected=(),
        open_questions=(),
        timeline=(),
        coverage=Coverage(body_sentences=len(claims), cited=len(claims), uncited=(), failed=()),
        usage=Usage(),
        provenance=MADE,
    )


def measure(lines: Sequence[str], *, profile: bool = False) -> dict[str, float]:
    """Seconds and megabytes of one note; run in a process of its own."""
    from summarizer.briefing.story import read_story

    summaries = [Summary.model_validate_json(line) for line in lines]
    few = summaries[0].model_copy(update={"claims": summaries[0].claims[:WARM]})
    read_story([few, few])  # the lexicon is read once, whatever the number of claims
    profiler = cProfile.Profile()
    before = _peak()
    start, worked = time.perf_counter(), time.process_time()
    if profile:
        profiler.enable()
    story = read_story(summaries)
    profiler.disable()
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    if profile:
        figures = pstats.Stats(profiler, stream=sys.stderr)
        figures.sort_stats("cumulative").print_stats(45)
        figures.sort_stats("tottime").print_stats(30)
    return {
        "claims": len(story.told),
        "pairs": len(story.pairs),
        "contrasts": len(story.contrasts),
        "groups": len(story.groups),
        "seconds": seconds,
        "cpu": worked,
        "before_mb": before,
        "peak_mb": _peak(),
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(number: int, *, profile: bool = False) -> Mapping[str, float]:
    """``measure`` in a fresh process."""
    summaries = (summary_of(place, claims) for place, claims in enumerate(told(number)))
    done = subprocess.run(
        [sys.executable, __file__, "--one", *(["--profiled"] if profile else [])],
        input="".join(summary.model_dump_json() + "\n" for summary in summaries),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--profiled", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--profile", type=int, metavar="CLAIMS")
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(sys.stdin.read().splitlines(), profile=args.profiled)))
        return
    if args.profile:
        print(apart(args.profile, profile=True))
        return
    print(
        f"{'claims':>7} {'pairs':>8} {'contrasts':>10} {'groups':>7} {'seconds':>8} {'CPU s':>6} "
        f"{'ms/claim':>9} {'ratio':>6} {'peak MB':>8} {'before':>7}"
    )
    last = 0.0
    for size in SIZES:
        row = apart(size)
        each = 1000 * row["cpu"] / row["claims"]
        ratio = f"{each / last:.2f}" if last else ""
        print(
            f"{row['claims']:>7,} {row['pairs']:>8,} {row['contrasts']:>10,} {row['groups']:>7,} "
            f"{row['seconds']:>8.2f} {row['cpu']:>6.2f} {each:>9.2f} {ratio:>6} "
            f"{row['peak_mb']:>8.0f} {row['before_mb']:>7.0f}"
        )
        last = each


if __name__ == "__main__":
    main()
