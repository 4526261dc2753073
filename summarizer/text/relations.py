"""Words for relatives and partners: which are of one kind, and which follow from others."""

from __future__ import annotations

# The word, what it may be called more loosely, the word for the other side.
_TABLE = """
mother parent,mum,mom child
father parent,dad child
son child parent
daughter child parent
child relative parent
parent relative child
brother sibling sibling
sister sibling sibling
sibling relative sibling
twin sibling sibling
half-brother brother,sibling sibling
half-sister sister,sibling sibling
stepmother parent stepchild
stepfather parent stepchild
stepson stepchild,son step-parent
stepdaughter stepchild,daughter step-parent
husband spouse,partner spouse
wife spouse,partner spouse
spouse partner spouse
widow wife,spouse spouse
widower husband,spouse spouse
fiance partner partner
fiancee partner partner
fiancé partner partner
fiancée partner partner
boyfriend partner partner
girlfriend partner partner
partner partner partner
ex-husband ex ex
ex-wife ex ex
uncle relative niece,nephew
aunt relative niece,nephew
niece relative uncle,aunt
nephew relative uncle,aunt
cousin relative cousin
grandmother grandparent,relative grandchild
grandfather grandparent,relative grandchild
grandparent relative grandchild
grandson grandchild,relative grandparent
granddaughter grandchild,relative grandparent
grandchild relative grandparent
mother-in-law in-law,relative in-law
father-in-law in-law,relative in-law
brother-in-law in-law,relative in-law
sister-in-law in-law,relative in-law
son-in-law in-law,relative in-law
daughter-in-law in-law,relative in-law
godmother godparent godchild
godfather godparent godchild
relative family relative
"""

LOOSER: dict[str, frozenset[str]] = {}
OTHER_SIDE: dict[str, frozenset[str]] = {}
for _line in _TABLE.strip().splitlines():
    _word, _looser, _other = _line.split()
    LOOSER[_word] = frozenset(_looser.split(","))
    OTHER_SIDE[_word] = frozenset(_other.split(","))
RELATIONS = frozenset(LOOSER)
"""Singular nouns, lower case."""

# "the daughter of his brother": whose whose.
_COMPOSED = {
    ("daughter", "brother"): "niece",
    ("daughter", "sister"): "niece",
    ("son", "brother"): "nephew",
    ("son", "sister"): "nephew",
    ("brother", "mother"): "uncle",
    ("brother", "father"): "uncle",
    ("sister", "mother"): "aunt",
    ("sister", "father"): "aunt",
    ("mother", "mother"): "grandmother",
    ("mother", "father"): "grandmother",
    ("father", "mother"): "grandfather",
    ("father", "father"): "grandfather",
    ("son", "son"): "grandson",
    ("son", "daughter"): "grandson",
    ("daughter", "son"): "granddaughter",
    ("daughter", "daughter"): "granddaughter",
    ("mother", "husband"): "mother-in-law",
    ("mother", "wife"): "mother-in-law",
    ("father", "husband"): "father-in-law",
    ("father", "wife"): "father-in-law",
    ("brother", "husband"): "brother-in-law",
    ("brother", "wife"): "brother-in-law",
    ("sister", "husband"): "sister-in-law",
    ("sister", "wife"): "sister-in-law",
    ("husband", "sister"): "brother-in-law",
    ("wife", "brother"): "sister-in-law",
    ("son", "aunt"): "cousin",
    ("son", "uncle"): "cousin",
    ("daughter", "aunt"): "cousin",
    ("daughter", "uncle"): "cousin",
}


def looser(word: str) -> frozenset[str]:
    """The relation and what it may be called more loosely, all the way up."""
    found = {word}
    todo = [word]
    while todo:
        for more in LOOSER.get(todo.pop(), ()):
            if more not in found:
                found.add(more)
                todo.append(more)
    return frozenset(found)


def composed(whose: str, of: str) -> str:
    """The relation that two make, "niece" for the daughter of a brother; "" for others."""
    return _COMPOSED.get((whose, of), "")


def implied(words: frozenset[str]) -> frozenset[str]:
    """Every relation that may follow from the relations that a text names.

    From each its looser words and its other side ("her son": "his mother"), and what two of them
    make together.
    """
    told = words & RELATIONS
    found = {loose for word in told for loose in looser(word)}
    for word in told:
        for other in OTHER_SIDE[word]:
            found.add(other)
            found |= {r for r, loose in LOOSER.items() if other in loose}
    found |= {composed(a, b) for a in told for b in told} - {""}
    return frozenset(found | {loose for word in found for loose in looser(word)})
