"""The words of a text as a program is meant to read them, without their disguises."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
# Letters of other scripts that look like Latin ones, as hidden wording uses them.
_LOOKALIKES = str.maketrans(
    "абвеикмнорстухіјѕԁԛԝ" + "АВЕКМНОРСТУХІЈЅ" + "αβεικνορτυχ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abbeukmhopctyxijsdqw" + "ABEKMHOPCTYXIJS" + "aβeiknoptux" + "ABEZHIKMNOPTYX",
)
_MIXED_SCRIPTS = re.compile(r"[a-zA-Z][\u0370-\u052f]|[\u0370-\u052f][a-zA-Z]")
_DIGITS_AS_LETTERS = str.maketrans("013457@$", "oieastas")
_DIGITS_IN_WORD = re.compile(r"\b(?=\w{4,20}\b)(?=\w*[a-z]{2})(?=\w*[a-z][01345@$]|\d[a-z]{2})\w+")
_SPACED_OUT = re.compile(r"(?<!\w)(?:\w[ .*_·-]){3,}\w(?!\w)")
_LONG_GAP = re.compile(r"[ \t]{2,}")
_SPACE = re.compile(r"\s+")
# No word is longer; a pattern that looks for words would go through such a run from each letter.
_LONG_RUN = re.compile(r"(\w{40})\w+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": " - ", "…": "...", "\u00a0": " "})


def plain(text: str) -> str:
    """``text`` in lower case, with single spaces and no accents, and without its disguises.

    Invisible characters go, look-alike letters become Latin ones, digits inside words the letters
    they stand for, and words that are spaced out are closed up.
    """
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_MARKS)
        if _MIXED_SCRIPTS.search(text):
            text = text.translate(_LOOKALIKES)
    if _SPACED_OUT.search(text):
        text = _SPACED_OUT.sub(_closed_up, _LONG_GAP.sub(" \n ", text))
    text = _LONG_RUN.sub(r"\1", _SPACE.sub(" ", text).strip().lower())
    return _DIGITS_IN_WORD.sub(_with_letters, text)


def _closed_up(match: re.Match[str]) -> str:
    return re.sub(r"[ .*_·-]", "", match.group())


def _with_letters(match: re.Match[str]) -> str:
    return match.group().replace("11", "ll").translate(_DIGITS_AS_LETTERS)
