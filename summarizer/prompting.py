"""Prompt templates: Markdown files with front matter, filled with values that are only ever values.

A file opens with TOML between two ``+++`` lines and goes on with turns, each under a line
``## system``, ``## user`` or ``## assistant``. ``{{ name }}`` stands for a variable. Filling is one
pass over the template: what a value holds is never looked at again, so text such as ``{{ x }}`` in
an article stays as it is.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import PromptError
from summarizer.llm.model import Message

_TURN = re.compile(r"^## (system|user|assistant)\s*$", re.MULTILINE)
_VARIABLE = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
NAMES = ("extract", "repair", "compose", "recompose")


class FrontMatter(BaseModel):
    """What a prompt file says about itself; anything else in it is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str = Field(pattern=r"^[a-z][a-z_-]*$")
    version: int = Field(ge=1)
    purpose: str = Field(min_length=1)
    variables: list[str]


@dataclass(frozen=True)
class Prompt:
    """A checked template.

    Attributes:
        sha256: of the file's bytes, kept in a summary's ``provenance``.
    """

    front_matter: FrontMatter
    turns: tuple[Message, ...]
    sha256: str

    @property
    def id(self) -> str:
        """The prompt's name."""
        return self.front_matter.id

    def fill(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages with every variable replaced.

        Raises:
            PromptError: a variable has no value, or a value belongs to no variable.
        """
        expected, given = set(self.front_matter.variables), set(values)
        if expected != given:
            raise PromptError(
                f"prompt {self.id!r}: no value for {sorted(expected - given)}, "
                f"no variable for {sorted(given - expected)}"
            )
        return tuple(
            Message(t.role, _VARIABLE.sub(lambda m: values[m[1]], t.content)) for t in self.turns
        )


def parse_prompt(text: str, name: str) -> Prompt:
    """Read one prompt file.

    Raises:
        PromptError: front matter or turns are malformed, or the template's variables are not those
            that the front matter declares.
    """
    parts = text.split("+++\n", 2)
    if len(parts) != 3 or parts[0]:  # noqa: PLR2004
        raise PromptError(f"prompt {name}: expected front matter between two +++ lines")
    try:
        front = FrontMatter.model_validate(tomllib.loads(parts[1]))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        problem = error.errors()[0] if isinstance(error, ValidationError) else None
        shown = f"{problem['loc']}: {problem['msg']}" if problem else str(error)
        raise PromptError(f"prompt {name}: front matter: {shown}") from None
    pieces = _TURN.split(parts[2])
    if pieces[0].strip() or len(pieces) < 3:  # noqa: PLR2004
        raise PromptError(
            f"prompt {name}: expected turns that begin with ## system, user, assistant"
        )
    turns = tuple(
        Message(cast("Literal['system', 'user', 'assistant']", role), content.strip())
        for role, content in zip(pieces[1::2], pieces[2::2], strict=True)
    )
    used = {v for turn in turns for v in _VARIABLE.findall(turn.content)}
    if used != set(front.variables):
        raise PromptError(
            f"prompt {name}: declares {sorted(front.variables)} and uses {sorted(used)}"
        )
    return Prompt(front, turns, hashlib.sha256(text.encode()).hexdigest())


def load_prompts(folder: Path | None = None) -> dict[str, Prompt]:
    """The prompts that a summary is made with, by id.

    Args:
        folder: where the files are; those of the package unless given.

    Raises:
        PromptError: a file is missing or malformed.
    """
    return {name: load_prompt(name, folder) for name in NAMES}


def load_prompt(name: str, folder: Path | None = None) -> Prompt:
    """One prompt by its id.

    Args:
        folder: where the file is; that of the package unless given.

    Raises:
        PromptError: the file is missing or malformed.
    """
    home: Path | Traversable = folder or _home()
    try:
        text = (home / f"{name}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise PromptError(f"prompt {name}: cannot read {home / name}.md: {error}") from None
    return parse_prompt(text, name)


def _home() -> Traversable | Path:
    """Inside the package when installed, beside it in a checkout."""
    inside = files("summarizer") / "prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


def as_shown(text: str) -> str:
    """One line, with typographic quotation marks, which need no escape in a JSON reply."""
    line = " ".join(text.split())
    line = re.sub(r'"([^"]*)"', r"“\1”", line)
    return re.sub(r'"(?=\w)', "“", line).replace('"', "”")
