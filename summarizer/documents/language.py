"""Which language a text is in, by a vote of its commonest words."""

from __future__ import annotations

import re
from collections import Counter

# The commonest function words of each language (ISO 639-1); a word that two share votes for both.
_STOP_WORDS = {
    "en": "the of and to in is that it was for on with as are by at from he his be this had has",
    "de": "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es",
    "fr": "le la les de des et du un une est dans que pour qui sur pas au avec ce il par sont",
    "es": "el la los las de y que en un una es por con para se del al como no su más lo fue",
    "it": "il la di che e un una è per non in sono del della con si da come più le gli nel",
    "nl": "de het een en van in is dat op te met voor zijn niet aan er om die ook als bij",
    "pt": "o a os as de e que do da em um uma é para com não por no na mais se foi dos",
}
_WORD = re.compile(r"[^\W\d_]+")
_VOTES = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}

_SAMPLE = 20_000
_FEWEST_WORDS = 8
# Function words are 30 to 50 % of running prose; far less means another language, or no prose.
_LEAST_SHARE = 0.15
# The winner must lead clearly: close languages share short words.
_LEAST_LEAD = 1.3


def find_language(text: str) -> str | None:
    """ISO 639-1 code of ``text`` (its first 20,000 characters), or None when it is not clear."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    votes = {
        language: sum(counts[word] for word in stop_words)
        for language, stop_words in _VOTES.items()
    }
    first, second = sorted(votes, key=lambda language: -votes[language])[:2]
    clear = votes[first] >= _LEAST_SHARE * len(words)
    return first if clear and votes[first] >= _LEAST_LEAD * votes[second] else None
