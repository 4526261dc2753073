"""Which language a text is in."""

from __future__ import annotations

import pytest

from summarizer.documents.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The pier was closed on Monday because the storm had torn it from the shore.", "en"),
        ("Der Hafen ist seit Montag zu, weil der Sturm die Brücke von dem Ufer riss.", "de"),
        ("Le port est fermé depuis lundi, car la tempête a emporté le pont de la ville.", "fr"),
        ("El puerto está cerrado desde el lunes, porque la tormenta se llevó el puente.", "es"),
        ("Il porto è chiuso da lunedì, perché la tempesta ha portato via il ponte.", "it"),
        ("De haven is sinds maandag dicht, omdat de storm het brug van de oever rukte.", "nl"),
        ("O porto está fechado desde segunda e a ponte não foi levada por uma onda.", "pt"),
        ("Порт закрыт с понедельника, потому что буря унесла мост в море у берега.", None),
        ("Quillport 12 34 Varnholm Dunmore Skerry Point Lund Orrin Marsh Brandt", None),
        ("The pier", None),
        ("🙂 🙂", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language
