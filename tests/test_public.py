"""What users may rely on."""

from __future__ import annotations

import subprocess
import sys

import pytest

import summarizer

PUBLIC = [
    "BriefingNote",
    "Claim",
    "Document",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "Verification",
    "abrief",
    "averify",
    "brief",
    "note_of",
    "summarize",
    "verify",
]


def test_the_public_names() -> None:
    assert summarizer.__all__ == PUBLIC
    assert set(PUBLIC) <= set(dir(summarizer))


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(summarizer, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'summarizer' has no attribute 'nothing'"):
        _ = summarizer.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "openai", "instructor", "nupunkt", "rich", "typer", "xllamacpp")
    code = f"import sys, summarizer; print(sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
