"""Which noun phrases are the subject of a verb."""

from __future__ import annotations

from summarizer.text.syntax.elements import Elements

_ALSO_SUB = frozenset("until before after since than".split())


def subject(e: Elements, k: int, number: int) -> tuple[int, ...]:
    verb = e.verbs[number]
    before = e.kind(k - 1)
    if before == "rel":
        return antecedent(e, k - 1)
    if verb.to:
        return _of_infinitive(e, k, number)
    if e.gerund(verb):
        return _of_participle(e, k, number)
    if before == "cc":
        return _shared(e, k - 1, number)
    return _walk(e, k - 1, number)


def _walk(e: Elements, j: int, number: int) -> tuple[int, ...]:
    """The noun phrase to the left that no preposition governs."""
    while j >= 0:
        kind = e.kind(j)
        if kind == "np":
            noun = e.noun(j)
            if e.kind(j - 1) in ("prep", "to") and e.word(j - 1) not in _ALSO_SUB:
                j -= 2
                continue
            if noun is not None and noun.time:
                j -= 1
                continue
            if _of_hanging_verb(e, j):
                j -= 2  # "the motion to sell the piano was": what is sold
                continue
            if _inside_pair(e, j):
                j -= 4  # "pupils in Hale and Mora were": both stand behind "in"
                continue
            return _group_left(e, j)
        if kind == "comma":
            opening = _opening_comma(e, j)
            j = opening - 1 if opening is not None else j - 1
            continue
        if kind in ("verb", "stop"):
            break
        if kind == "sub" and j:
            break
        j -= 1
    return e.verbs[number - 1].subject if number else ()


def _of_hanging_verb(e: Elements, j: int) -> bool:
    """Whether the phrase at ``j`` is the object of an infinitive or participle behind a noun."""
    if e.kind(j - 1) != "verb" or e.kind(j - 2) != "np":
        return False
    verb = e.verbs[e.items[j - 1][1]]
    return verb.to or e.gerund(verb)


def _inside_pair(e: Elements, j: int) -> bool:
    left, right = e.noun(j - 2), e.noun(j)
    return (
        e.kind(j - 1) == "cc"
        and left is not None
        and right is not None
        and left.named
        and right.named
        and e.kind(j - 3) in ("prep", "to")
        and e.kind(j - 4) == "np"
    )


def _opening_comma(e: Elements, j: int) -> int | None:
    """The comma that opens the aside which the comma at ``j`` closes."""
    for i in range(j - 1, 0, -1):
        if e.kind(i) == "stop":
            return None
        if e.kind(i) == "comma" and e.kind(i - 1) in ("np", "comma"):
            following = e.kind(i + 1)
            noun = e.noun(i + 1)
            listed = following == "cc" or (noun is not None and noun.named and i + 2 < j)
            return None if listed and following == "cc" else i
    return None


def _group_left(e: Elements, j: int) -> tuple[int, ...]:
    """The phrase at ``j`` with those joined to its left by "and" or commas."""
    group = [e.items[j][1]]
    while e.kind(j - 1) == "cc" and e.word(j - 1) in ("and", "or", "nor"):
        left = j - 2
        if e.kind(left) == "comma":
            opening = _opening_comma(e, left)
            left = opening - 1 if opening is not None else left - 1
        while e.kind(left) == "np" and e.kind(left - 1) == "prep":
            if e.word(left - 1) != "of" and e.kind(left - 2) != "np":
                break
            left -= 2
        if e.kind(left) != "np" or e.kind(left - 1) in ("prep", "to", "verb"):
            break
        group.insert(0, e.items[left][1])
        j = left
        while e.kind(j - 1) == "comma" and e.kind(j - 2) == "np":
            group.insert(0, e.items[j - 2][1])
            j -= 2
    return tuple(group)


def antecedent(e: Elements, k: int) -> tuple[int, ...]:
    """What "who" or "which" at ``k`` stands for."""
    j = k - 1
    while e.kind(j) in ("comma", "prep", "cc") and j >= k - 3:
        j -= 1
    if e.kind(j) != "np":
        return ()
    found = [e.items[j][1]]
    first = e.noun(j)
    counted = first is not None and e.words[first.end - 1].tag == "num"
    if e.word(j - 1) == "of" and e.kind(j - 2) == "np" and counted:
        return (e.items[j - 2][1],)  # "the younger of the two, who"
    if e.kind(j - 1) == "prep" and e.kind(j - 2) == "np":
        # "the head of the port, who": either.
        found.append(e.items[j - 2][1])
    return tuple(found)


def _of_infinitive(e: Elements, k: int, number: int) -> tuple[int, ...]:
    if not number:
        return ()
    previous = e.verbs[number - 1]
    if e.kind(k - 1) == "np" and e.kind(k - 2) == "verb":
        return _group_left(e, k - 1)
    if e.kind(k - 1) == "np" and e.word(k - 2) == "for":
        return (e.items[k - 1][1], *previous.subject)
    return previous.subject


def _of_participle(e: Elements, k: int, number: int) -> tuple[int, ...]:
    before = e.kind(k - 1)
    main = e.verbs[number - 1].subject if number else ()
    if before == "np":
        return (e.items[k - 1][1], *main)
    if before == "prep" and number:
        # "accused the city of dragging": who drags is one of those named since the last verb.
        start = e.place.get(("verb", number - 1), k)
        between = (e.items[j] for j in range(start + 1, k))
        return (*(n for kind, n in between if kind == "np"), *main)
    if not number:
        following = e.place.get(("verb", 1))
        return _walk(e, following - 1, 0) if following is not None else ()
    return main


def _shared(e: Elements, j: int, number: int) -> tuple[int, ...]:
    """ "… and left": the subjects of the verbs before it that it may be joined to."""
    found: list[int] = []
    for earlier in reversed(range(number)):
        verb = e.verbs[earlier]
        if e.place.get(("verb", earlier), -1) < _clause_start(e, j):
            break
        found += [p for p in verb.subject if p not in found]
    return tuple(found)


def _clause_start(e: Elements, j: int) -> int:
    for i in range(j, -1, -1):
        if e.kind(i) == "stop":
            return i
        if e.kind(i) == "sub" and any(e.kind(n) == "verb" for n in range(i + 1, j)):
            return i  # "while the other fell and rose"
    return 0
