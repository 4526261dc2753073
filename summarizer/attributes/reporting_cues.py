"""Which words of a text report speech or thought: verb groups, and nouns such as "claim"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.attributes.reporting_lexicon import (
    CARRIED,
    CLAUSE_ONLY,
    DOCUMENTS,
    LIGHT,
    NOUN_LIKE,
    NOUNS,
    PUBLISHING,
    STATES_OF_MIND,
    Verb,
    particles,
    verbs,
)
from summarizer.attributes.reporting_phrases import NOMINAL, subject, verb_like
from summarizer.attributes.reporting_tokens import Reading
from summarizer.text.syntax import person_noun

Shape = Literal["finite", "infinitive", "participle", "passive", "noun"]

# How far a cue reaches, in tokens, around its main word.
_WINDOW = 8
_LETTER = 16
_BE = frozenset("is are was were be been being am 's 're 'm get got gets".split())
_PASSIVE = _BE - {"'s"}
_HAVE = frozenset("has have had having 've 's 'd".split())
_MODAL = frozenset(
    "do does did will would can could may might must shall should 'll 'd ca wo let to".split()
)
_WOULD = frozenset("would 'd n't".split())
_FEEL = frozenset("feel feels felt".split())
_PLURAL = frozenset(
    "people men women many some most few others both police who which that these those all "
    "children i we you they".split()
)
_SINGULAR = frozenset("he she it that everyone nobody someone one".split())
# Verbs that only say how another one is done: "tried to explain", "went on to say".
_HELPING = frozenset(
    "try tries tried trying continue continues continued continuing begin begins began going go "
    "went goes start starts started refuse refused refuses seem seems seemed appear appears "
    "appeared".split()
)
_ONGOING = frozenset(
    "keep keeps kept stop stops stopped start starts started begin begins began avoid avoids "
    "avoided resist resists resisted risk risks risked finish finished".split()
)
_NO_AUXILIARY = frozenset("so here there ago far well out up off down away".split())
_PARTICLES = frozenset("out in back down off up forward".split())
_AFTER_PARTICLES = frozenset("on against about at for with over to".split())
_NOUN_LINKS = frozenset("that to of about for on over".split())
_CARRIED_LINKS = frozenset(
    "that to of about for on over against in with saying calling as behind at :".split()
)
# Links after which a noun that is carried is surely what was said.
_SURE_LINKS = frozenset("about that of for saying :".split())
_MIND_LINKS = frozenset("that to of about on over with against for at".split())
# "Who asked not to be named" reports nothing.
_NAMELESS = frozenset("ask wish want decline request refuse".split())
_NOT_NAMED = frozenset([("not", "to", "be"), ("to", "be", "named"), ("to", "be", "identified")])
_OWNERS = frozenset("his her its their my our your".split())
# A headline has at least this share of its long words capitalised, and at most so many tokens.
_HEADLINE = 0.7
_LONGEST_HEADLINE = 30
_LONG_WORD = 4
_LINKING = dict.fromkeys(["provided", "granted", "given", "supposed"])
_UNLISTED = Verb("", "speech", frozenset(["past"]))
_MIND = Verb("be", "act", frozenset(["base"]))


@dataclass(frozen=True)
class Cue:
    """A cue in token indices: where its group begins, its main word, and just past its end."""

    first: int
    head: int
    end: int
    verb: Verb | None
    shape: Shape


def cue_at(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """The cue whose main word, or carrying verb, is ``i``, in the stretch ``low:high``."""
    verb = verb_cue(r, i, low, high)
    if verb is not None and r.words[verb.first] == "to":
        # "To discuss the plan": what is not done yet is seldom a report.
        return None
    return (
        _light_cue(r, i, low, high)
        or _document_cue(r, i, low, high)
        or verb
        or _state_cue(r, i, low, high)
        or _noun_cue(r, i, low, high)
        or _unlisted_cue(r, i, low, high)
    )


def verb_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """The verb group with main word ``i`` if it is a verb of speech or thought there."""
    verb = verbs().get(r.words[i])
    if verb is None or r.kinds[i] in ("I", "A", "S", "D"):
        return None
    if r.capital[i] and i > low and not _lowered(r, verb, i, low, high):
        return None
    first = _group_start(r, i, low)
    shape = _shape(r, verb, first, i, (low, high))
    end = _fitting_end(r, verb, i, high)
    if shape is None or end is None:
        return None
    begin = _with_helper(r, first, low)
    return Cue(begin, i, end, verb, "finite" if begin < first else shape)


def _fitting_end(r: Reading, verb: Verb, i: int, high: int) -> int | None:
    """Just past the verb and a particle of its own; None where it means something else."""
    if verb.base in CLAUSE_ONLY and not (
        i + 1 < high and (r.words[i + 1] == "that" or r.kinds[i + 1] in (",", ":", '"', "P"))
    ):
        return None
    if verb.base in _NAMELESS and r.words[i + 1 : i + 4] in _NOT_NAMED:
        return None
    if verb.base == "like" and not (verb.forms & {"s", "past"} or r.words[i - 1] in _WOULD):
        return None
    after, needed = particles().get(verb.base, (frozenset(), False))
    end = i + 1
    if end >= high or r.words[end] not in after:
        return None if needed else end
    more = r.words[end] in _PARTICLES and end + 1 < high and r.words[end + 1] in _AFTER_PARTICLES
    return end + 2 if more else end + 1


def _lowered(r: Reading, verb: Verb, i: int, low: int, high: int) -> bool:
    """Whether a capitalised word may be a verb: it opens a quotation, or stands in a headline."""
    if r.kinds[i - 1] == '"' or i + 2 >= high:
        return True
    if "s" not in verb.forms or high - low > _LONGEST_HEADLINE:
        return False
    long = [r.capital[j] for j in range(low, high) if len(r.words[j]) >= _LONG_WORD]
    return sum(long) >= _HEADLINE * len(long)


def _group_start(r: Reading, head: int, low: int) -> int:
    """Where the auxiliaries, "to" and adverbs before the main word begin."""
    first = head
    while first > max(low, head - _WINDOW):
        kind = r.kinds[first - 1]
        if kind not in ("A", "R", "T") or r.words[first - 1] in _NO_AUXILIARY:
            break
        first -= 1
        if kind == "T":
            break
    return first


def _with_helper(r: Reading, first: int, low: int) -> int:
    """Take in "tried" of "tried to explain" and "keeps" of "keeps saying", with what stands
    before it."""
    if first > low and r.words[first - 1] in _ONGOING and r.words[first].endswith("ing"):
        return _group_start(r, first - 1, low)
    if r.words[first] != "to" or first <= low:
        return first
    j = first - 1
    if r.words[j] == "on" and j > low:
        j -= 1
    return _group_start(r, j, low) if r.words[j] in _HELPING else first


def _shape(r: Reading, verb: Verb, first: int, head: int, bounds: tuple[int, int]) -> Shape | None:
    """How the verb is used, judged by its form and what stands before it; None for no verb."""
    forms, group = verb.forms, frozenset(r.words[first:head])
    low, high = bounds
    shape: Shape | None = None
    if "ing" in forms:
        shape = _of_ing(r, head, group, low)
    elif "base" in forms and group & _MODAL:
        shape = "infinitive" if r.words[first] == "to" else "finite"
    elif "participle" in forms and group & _PASSIVE:
        shape = "passive"
    elif "participle" in forms and group & _HAVE:
        shape = "finite"
    elif not group & (_MODAL | _BE | _HAVE):
        if "past" in forms:
            shape = _of_past(r, first, head, low, high)
        elif first > low:
            shape = "finite" if _of_present(r, verb, first - 1, head, bounds) else None
    return shape


def _of_ing(r: Reading, head: int, group: frozenset[str], low: int) -> Shape | None:
    if group & _BE:
        return "finite"
    kind = r.kinds[head - 1] if head > low else ","
    return "participle" if kind in (",", "I", "R", "-", "S", "C", '"') or kind in NOMINAL else None


def _of_past(r: Reading, first: int, head: int, low: int, high: int) -> Shape | None:
    """A past form: finite, unless it describes a noun ("the proposed law", "a law backed by")."""
    if first <= low:
        return "finite" if head == low and high - head > 2 else None  # noqa: PLR2004
    kind, before = r.kinds[first - 1], r.words[first - 1]
    if kind in ("D", "'", "I", "A") and before not in {"all", "both", "that", "some", "many"}:
        return None
    backed = head + 1 < high and r.words[head + 1] == "by" and kind in NOMINAL
    return "passive" if backed else "finite"


def _of_present(r: Reading, verb: Verb, at: int, head: int, bounds: tuple[int, int]) -> bool:
    """Whether a base form or one in -s is a verb there, whose subject would end at ``at``."""
    if "base" in verb.forms:
        return _of_base(r, verb, at, head, bounds)
    kind, who = r.kinds[at], r.words[at]
    if kind == "C":
        # "And plans to", "and says that": the subject stands further back.
        return head + 1 < bounds[1] and r.kinds[head + 1] in ("T", "D", "P", '"')
    if kind == "P" and who not in _SINGULAR:
        return False
    fits = kind in ("N", "X", "W", ",", '"', "#", "-") or who in _SINGULAR
    if fits and (r.words[head] in NOUNS or r.words[head] in NOUN_LIKE):
        return _no_plural(r, verb, at, head, bounds[1])
    return fits


def _of_base(r: Reading, verb: Verb, at: int, head: int, bounds: tuple[int, int]) -> bool:
    kind, who = r.kinds[at], r.words[at]
    plural = who in _PLURAL or (kind in ("N", "X") and who.endswith("s"))
    if not (plural or _plural_before(r, at, bounds[0])):
        return False
    return _takes(r, head, bounds[1]) or _behind_content(r, verb, at, head, bounds)


def _no_plural(r: Reading, verb: Verb, at: int, head: int, high: int) -> bool:
    """Whether a form in -s that may be a plural ("plans") is a verb behind the word ``at``."""
    kind, who = r.kinds[at], r.words[at]
    governing = verbs().get(who)
    if governing is not None and governing.forms & {"past", "participle", "ing"}:
        return False
    after = r.kinds[head + 1] if head + 1 < high else "."
    own, _ = particles().get(verb.base, (frozenset[str](), False))
    if after == "I" and r.words[head + 1] in own:
        # "The chairman calls for": it governs what no noun in -s would.
        return kind == "X" or person_noun(who)
    return kind != "#" and after not in ("A", "I", "N", ",") and _takes(r, head, high)


def _behind_content(r: Reading, verb: Verb, at: int, head: int, bounds: tuple[int, int]) -> bool:
    """ "The pier is old, the auditors maintain.": a comma, a short subject and the verb alone."""
    low, high = bounds
    closes = head + 1 >= high or r.kinds[head + 1] == "."
    if not closes or verb.frame not in ("speech", "think"):
        return False
    near = range(at, max(low, at - _WINDOW), -1)
    comma = next((j for j in near if r.kinds[j] in (",", '"')), None)
    return comma is not None and not any(verb_like(r, j) for j in range(comma + 1, head))


def _plural_before(r: Reading, i: int, low: int) -> bool:
    """ "Papers from the archive show", "the critics, Vale and Roth, say": the first noun of the
    subject is what counts."""
    found = subject(r, low, i + 1)
    if found is None or found[1] - found[0] < 2:  # noqa: PLR2004
        return False
    last = found[0]
    while last + 1 < found[1] and r.kinds[last + 1] in ("N", "X", "D", "#", "'", "C"):
        word = r.words[last + 1]
        working = word.endswith("ing") and r.kinds[last + 2] not in NOMINAL
        if r.kinds[last + 1] == "N" and (working or verb_like(r, last + 1)):
            break
        last += 1
    if last == i and r.kinds[i] != "X":
        return False  # the caller has seen the last word
    return r.words[last].endswith("s") or "and" in r.words[found[0] : last]


def _takes(r: Reading, head: int, high: int) -> bool:
    """Whether something that a verb could govern follows."""
    after = head + 1
    if after >= high:
        return False
    if r.kinds[after] == "I":
        return r.words[after] in {"for", "on", "about", "in"}
    return r.kinds[after] not in ("C", ".", "-", "'", "(")


def _noun_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """ "Vale's claim that", "a promise to": a noun of speech or thought and its complement."""
    if r.words[i] not in NOUNS or i + 1 >= high or r.words[i + 1] not in _NOUN_LINKS:
        return None
    if verb_like(r, i) and i > low and r.kinds[i - 1] in NOMINAL:
        return None
    owner = i - 1
    while owner > max(low, i - _LONG_WORD) and r.kinds[owner] in ("N", "R"):
        owner -= 1
    before = r.words[owner] if owner >= low else ""
    owned = before in _OWNERS or (owner >= low and r.kinds[owner] == "'")
    link = r.words[i + 1]
    if not owned and (link in {"of", "for", "on"} or (link != "that" and r.words[i] == "question")):
        return None
    first = owner if before in {"a", "an"} else owner + 1
    return Cue(first, i, i + 1 if link in {"that", "to"} else i + 2, None, "noun")


def _light_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """ "Expressed concern that", "made the case for": a verb that only carries a noun."""
    if r.words[i] not in LIGHT or (i > low and r.kinds[i - 1] in ("D", "'", "I")):
        return None
    first = _group_start(r, i, low)
    clear = _made_clear(r, i, high)
    if clear is not None:
        return Cue(first, i, clear, _MIND, "finite")
    noun = None
    for j in range(i + 1, min(high - 1, i + _WINDOW)):
        if r.kinds[j] not in ("N", "X", "D", "R", "#", "'", "C"):
            break
        if r.words[i] in _HAVE and verb_like(r, j):
            return None  # "has criticised the plan"
        if r.words[j] in NOUNS or r.words[j] in CARRIED:
            noun = j
    link = r.words[noun + 1] if noun is not None else ""
    if noun is None or link not in _CARRIED_LINKS or r.words[first] == "to":
        return None
    if r.words[noun] not in NOUNS and link not in _SURE_LINKS:
        return None
    return Cue(first, i, noun + 1 if link in {"that", "to", "as"} else noun + 2, _MIND, "finite")


def _document_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """ "Sent the board a letter saying", "released a study that says": all of it is the cue."""
    if r.words[i] not in LIGHT | PUBLISHING or (i > low and r.kinds[i - 1] in ("D", "'", "I")):
        return None
    document = False
    for j in range(i + 1, min(high - 1, i + _LETTER)):
        word, verb = r.words[j], verbs().get(r.words[j])
        document = document or word in DOCUMENTS
        if r.kinds[j] in (".", ":", "-", "P", "S", "A") or r.quoted[j]:
            return None
        if document and verb is not None and verb.frame in ("speech", "tell", "show", "act"):
            that = r.words[j - 1] == "that" and "s" in verb.forms
            if that or "ing" in verb.forms:
                return Cue(_group_start(r, i, low), j, j + 1, verb, "finite")
    return None


def _made_clear(r: Reading, i: int, high: int) -> int | None:
    """Just past "made clear" and "made it clear", or None."""
    if not r.words[i].startswith("ma"):
        return None
    for j in range(i + 1, min(high, i + _LONG_WORD)):
        if r.words[j] in {"clear", "plain", "known"}:
            return j + 1
        if r.words[j] != "it" and r.kinds[j] != "R":
            return None
    return None


def _state_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """ "Is confident that", "was critical of": a state of mind and its complement."""
    if r.words[i] not in STATES_OF_MIND or i + 1 >= high or r.words[i + 1] not in _MIND_LINKS:
        return None
    first = i
    while first > max(low, i - _WINDOW) and (
        r.kinds[first - 1] in ("A", "R") or r.words[first - 1] in _FEEL | {"more"}
    ):
        first -= 1
    if not frozenset(r.words[first:i]) & (_BE | _FEEL):
        return None
    end = i + 1 if r.words[i + 1] in {"that", "to"} else i + 2
    return Cue(first, i, end, _MIND, "finite")


def _unlisted_cue(r: Reading, i: int, low: int, high: int) -> Cue | None:
    """A verb that no list has but its place tells: "Vale grokked that the", "“…,” Vale hooted."."""
    word = r.words[i]
    if r.kinds[i] != "N" or not word.endswith("ed") or i <= low or word in verbs() | _LINKING:
        return None
    if r.kinds[i - 1] not in ("N", "X", "P", "R", "W", ","):
        return None
    stated = i + 2 < high and r.words[i + 1] == "that" and r.kinds[i + 2] in ("P", "D", "X")
    if not stated:
        after = r.kinds[i + 1] if i + 1 < high else "."
        quote = next((j for j in range(i - 1, max(low, i - _WINDOW), -1) if r.quoted[j]), None)
        if quote is None or r.kinds[quote - 1] not in (",", ".") or after not in (",", ".", "I"):
            return None
    return Cue(_group_start(r, i, low), i, i + 1, _UNLISTED, "finite")
