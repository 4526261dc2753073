"""Derives the English lexicon of the checks from WordNet's database files.

    python benchmarks/build_lexicon.py WORDNET_DICT_DIR

Reads the index, data, exception and tag count files of WordNet 3.x and writes
``summarizer/text/lexicon/english.json.gz``; the same files give the same bytes. WordNet lists every
sense of a word, and most of them no editor would think of: a pair of words is kept by how likely it
is that both are meant in the senses that join them, going by WordNet's counts of tagged uses.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
CODES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}  # of a sense key
TARGET = Path(__file__).parents[1] / "summarizer" / "text" / "lexicon" / "english.json.gz"

SAME = 0.2  # likelihoods, see :func:`alike`
RARE = 0.4  # where no text uses one of the two
SPELLING = 9.0  # of two spellings of one word: above any sum of likelihoods
DERIVED = 0.12
OPPOSED = 0.12
WEAKER = 0.35
GRADABLE = 8  # letters; longer adjectives are compared with "more" and "most"
UNTAGGED = 0.5  # stands for the tagged uses of a sense that no text happens to use
NATURE = {"05", "20", "27"}  # animals, plants, substances: kept only where some text uses the word
DOINGS = {"04", "10", "11", "22"}  # nouns of acts, communication, events, processes
ENDINGS = ("ion", "ment", "al", "ance", "ence", "ing")
DETERMINERS = frozenset(
    """all some no none same other another any every each both either such several many few much
    little last next own very""".split()
)
PARTICLES = frozenset("up down off out away back".split())
LIGHT = frozenset(
    """be have do get make take give go come put set let keep run turn work play see look hold
    can will may must would should could might break pass draw carry cast""".split()
)

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

# Spellings of one word; each rule gives the American form.
_SPELLINGS = (
    (re.compile(r"is(e|ed|er|ing|ation)$"), r"iz\1"),
    (re.compile(r"yse(r?)$"), r"yze\1"),
    (re.compile(r"our"), "or"),
    (re.compile(r"tre$"), "ter"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"amme$"), "am"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"-"), ""),
)


@dataclass(frozen=True)
class Synset:
    """Words of one meaning, and its pointers as (symbol, own word, synset, other's word)."""

    pos: str
    field: str
    words: tuple[str, ...]
    satellite: bool
    pointers: tuple[tuple[str, int, tuple[str, str], int], ...]


@dataclass
class WordNet:
    """What is read of the database."""

    synsets: dict[tuple[str, str], Synset] = field(default_factory=dict)
    senses: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    counts: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    forms: dict[str, dict[str, set[str]]] = field(default_factory=dict)


Pairs = set[tuple[str, str]]


def rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line that is not part of the licence."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith(" "):
            yield line.split()


def synset(fields: list[str]) -> Synset:
    """A line of a data file; see wndb(5WN)."""
    number = int(fields[3], 16)
    words = tuple(fields[4 + 2 * i].split("(")[0] for i in range(number))
    at = 4 + 2 * number
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, pos, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        pos = "a" if pos == "s" else pos
        pointers.append((symbol, int(ends[:2], 16) - 1, (pos, offset), int(ends[2:], 16) - 1))
    pos = "a" if fields[2] == "s" else fields[2]
    return Synset(pos, fields[1], words, fields[2] == "s", tuple(pointers))


def read(folder: Path) -> WordNet:
    """The database in ``folder``."""
    net = WordNet()
    for pos, name in FILES.items():
        for fields in rows(folder / f"data.{name}"):
            net.synsets[pos, fields[0]] = synset(fields)
        for fields in rows(folder / f"index.{name}"):
            net.senses[pos, fields[0]] = fields[-int(fields[2]) :]
        forms = net.forms.setdefault(pos, defaultdict(set))
        for form, *lemmas in rows(folder / f"{name}.exc"):
            forms[form].update(lemmas)
    index = folder / "index.sense"
    for fields in rows(index if index.exists() else folder / "cntlist.rev"):
        lemma, _, key = fields[0].partition("%")
        net.counts[CODES[key[0]], lemma, int(fields[-2])] += int(fields[-1])
    return net


def total(net: WordNet, pos: str, lemma: str) -> int:
    """How often the tagged texts use a word."""
    senses = len(net.senses.get((pos, lemma), ()))
    return sum(net.counts[pos, lemma, i + 1] for i in range(senses))


def likelihood(net: WordNet, pos: str, lemma: str, offset: str) -> float:
    """How likely the word is meant in this sense."""
    senses = net.senses.get((pos, lemma), [])
    if offset not in senses:
        return 0.0
    count = net.counts[pos, lemma, senses.index(offset) + 1]
    return (count + UNTAGGED) / (total(net, pos, lemma) + UNTAGGED * len(senses))


def spelling(word: str) -> str:
    """One spelling for the American and the British form."""
    for rule, form in _SPELLINGS:
        word = rule.sub(form, word)
    return word


def plain(word: str) -> bool:
    """Whether this is a single word in lower case."""
    return _WORD.fullmatch(word) is not None


def phrasal(word: str) -> bool:
    """Whether this is a verb and a particle that can hardly be a preposition."""
    verb, _, particle = word.partition("_")
    return plain(verb) and particle in PARTICLES


def usable(pos: str, word: str) -> bool:
    """Whether the word may stand in a pair."""
    if pos == "v":
        return word not in LIGHT and (plain(word) or phrasal(word))
    return plain(word) and len(word) > 1


def tagged(net: WordNet, pos: str, *words: str) -> int:
    """How many of the words some tagged text uses."""
    return sum(total(net, pos, word) > 0 for word in words)


def alike(net: WordNet) -> dict[str, dict[tuple[str, str], float]]:
    """Pairs of words and the likelihood that both are meant in a sense that they share."""
    found: dict[str, dict[tuple[str, str], float]] = {pos: defaultdict(float) for pos in FILES}
    for (pos, offset), meaning in net.synsets.items():
        nature = meaning.field in NATURE
        words = sorted(
            {
                w
                for w in meaning.words
                if usable(pos, w) and not (nature and not tagged(net, pos, w))
            }
        )
        chance = {w: likelihood(net, pos, w, offset) for w in words}
        for i, a in enumerate(words):
            for b in words[i + 1 :]:
                found[pos][a, b] += (
                    SPELLING if spelling(a) == spelling(b) else chance[a] * chance[b]
                )
    return found


def synonyms(net: WordNet) -> dict[str, Pairs]:
    """Words that share a likely sense, and spellings of one word."""

    def least(pos: str, pair: tuple[str, str]) -> float:
        if pos == "v":
            return SAME
        return (SPELLING, RARE, SAME)[tagged(net, pos, *pair)]

    return {
        pos: {pair for pair, chance in pairs.items() if chance >= least(pos, pair)}
        for pos, pairs in alike(net).items()
    }


def lexical(net: WordNet, symbol: str, least: float) -> Iterator[tuple[Synset, str, Synset, str]]:
    """Pairs of words that a pointer joins, both likely meant in that sense."""
    for (pos, offset), meaning in net.synsets.items():
        for kind, own, target, others in meaning.pointers:
            if kind != symbol or own < 0 or others < 0:
                continue
            other = net.synsets[target]
            a, b = meaning.words[own], other.words[others]
            if not (plain(a) and plain(b) and len(a) > 1 and len(b) > 1 and a != b) or (
                {a, b} & DETERMINERS
            ):
                continue
            chance = likelihood(net, pos, a, offset) * likelihood(net, other.pos, b, target[1])
            if chance >= least:
                yield meaning, a, other, b


def derived(net: WordNet) -> tuple[Pairs, Pairs]:
    """Derivationally related words, and of these a verb's noun for what it does (noun, verb)."""
    pairs: Pairs = set()
    acts: Pairs = set()
    for meaning, a, other, b in lexical(net, "+", DERIVED):
        if tagged(net, meaning.pos, a) or tagged(net, other.pos, b):
            pairs.add((min(a, b), max(a, b)))
            kinds = (meaning.pos, other.pos)
            if kinds == ("n", "v") and meaning.field in DOINGS and a.endswith(ENDINGS):
                acts.add((a, b))
    for _, a, _, b in lexical(net, "\\", DERIVED):
        if tagged(net, "r", a) or tagged(net, "a", b):
            pairs.add((min(a, b), max(a, b)))
    return pairs, acts


def opposites(net: WordNet) -> dict[str, Pairs]:
    """Direct antonyms."""
    found: dict[str, Pairs] = {pos: set() for pos in FILES}
    for meaning, a, _, b in lexical(net, "!", OPPOSED):
        if tagged(net, meaning.pos, a, b) or meaning.pos == "v":
            found[meaning.pos].add((min(a, b), max(a, b)))
    return found


def weaker(net: WordNet, direct: Pairs) -> Pairs:
    """Satellite adjectives and the antonyms of their head, where some text uses both."""
    found: Pairs = set()
    satellites = ((at[1], m) for at, m in net.synsets.items() if m.satellite)
    for offset, meaning in satellites:
        heads = {target for kind, _, target, _ in meaning.pointers if kind == "&"}
        for near in filter(plain, meaning.words):
            chance = likelihood(net, "a", near, offset)
            for far, other in antonyms(net, heads):
                if {near, far} & DETERMINERS:
                    continue
                if chance * other >= WEAKER and near != far and tagged(net, "a", near, far) > 1:
                    found.add((min(near, far), max(near, far)))
    return found - direct


def antonyms(net: WordNet, heads: set[tuple[str, str]]) -> Iterator[tuple[str, float]]:
    """The antonyms of adjectives that head a cluster, with the likelihood of their sense."""
    for head in heads:
        for kind, _, target, word in net.synsets[head].pointers:
            antonym = net.synsets[target].words[word]
            if kind == "!" and plain(antonym):
                yield antonym, likelihood(net, "a", antonym, target[1])


def lemmas(net: WordNet) -> dict[str, set[str]]:
    """The words that must be known to undo an inflection: verbs, common nouns, short adjectives."""
    known: dict[str, set[str]] = {pos: set() for pos in FILES}
    for (pos, _), meaning in net.synsets.items():
        for word in meaning.words:
            if not plain(word) or len(word) == 1:
                continue
            common = tagged(net, pos, word)
            noun = pos == "n" and (common or plural_like(word))
            if pos == "v" or noun or (pos == "a" and common and len(word) <= GRADABLE):
                known[pos].add(word)
    return known


def plural_like(word: str) -> bool:
    """Whether a plural rule would change this lemma wrongly: "lens", "bias", "canvas"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def table(pairs: Iterable[tuple[str, str]], *, both: bool = True) -> dict[str, str]:
    """Each word with its partners, in one string."""
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        partners[a].add(b)
        if both:
            partners[b].add(a)
    return {
        a.replace("_", " "): ",".join(sorted(partners[a])).replace("_", " ")
        for a in sorted(partners)
    }


def irregular(net: WordNet) -> dict[str, dict[str, str]]:
    """Forms that the rules of inflection don't explain."""

    def bases(pos: str, form: str, listed: set[str]) -> list[str]:
        regular = [form.removesuffix("s"), form.removesuffix("es")] if pos == "n" else []
        plain_ones = sorted(b for b in listed if plain(b) and b != form)
        used = any(base != form and tagged(net, pos, base) for base in regular)
        if form.removesuffix("ing") in plain_ones:  # "singing" is not of "singe"
            return [form.removesuffix("ing")]
        if used or form.endswith("eed"):  # "taxes" is no "taxis", "feed" not of "fee"
            return [base for base in plain_ones if tagged(net, pos, base)]
        return plain_ones

    return {
        pos: {
            form: ",".join(kept)
            for form, listed in sorted(forms.items())
            if plain(form) and (kept := bases(pos, form, listed))
        }
        for pos, forms in net.forms.items()
    }


def build(net: WordNet) -> dict[str, dict[str, object]]:
    """The lexicon as it is stored; prints counts."""
    same, direct = synonyms(net), opposites(net)
    pairs, acts = derived(net)
    indirect = weaker(net, direct["a"])
    known = lemmas(net)
    by_class: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set().union(*known.values())):
        by_class["".join(pos for pos in FILES if word in known[pos])].append(word)
    forms = irregular(net)
    print("lemmas", {pos: len(words) for pos, words in known.items()})
    print("irregular forms", {pos: len(found) for pos, found in forms.items()})
    print("synonyms", {pos: len(found) for pos, found in same.items()})
    print("derived", len(pairs), "of which nouns of verbs", len(acts))
    print("opposites", {pos: len(found) for pos, found in direct.items()}, "weaker", len(indirect))
    return {
        "forms": {**forms},
        "lemmas": {key: " ".join(words) for key, words in sorted(by_class.items())},
        "synonyms": {pos: table(found) for pos, found in same.items()},
        "derived": {**table(pairs)},
        "acts": {**table(acts, both=False)},
        "opposites": {pos: table(found) for pos, found in direct.items()},
        "weaker": {**table(indirect)},
    }


def main() -> None:
    """Read, derive, write."""
    lexicon = build(read(Path(sys.argv[1])))
    text = json.dumps(lexicon, separators=(",", ":"))
    packed = gzip.compress(text.encode(), 9, mtime=0)
    TARGET.write_bytes(packed)
    print(f"{len(text)} bytes, {len(packed)} packed")


if __name__ == "__main__":
    main()
