"""``constraints.txt`` pins what development installs: all of it, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12")


def declared() -> Iterator[Requirement]:
    """The direct requirements of all extras."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    for line in (*project["dependencies"], *(line for lines in extras for line in lines)):
        requirement = Requirement(line)
        if requirement.name != project["name"]:
            yield requirement


def applies(requirement: Requirement, extras: set[str]) -> bool:
    """Whether it is wanted on any Python that is pinned for."""
    environments = (
        {"python_version": python, "python_full_version": f"{python}.0", "extra": extra}
        for python in PYTHONS
        for extra in {"", *extras}
    )
    marker = requirement.marker
    return marker is None or any(map(marker.evaluate, environments))


def installed() -> dict[str, str]:
    """The versions of the direct requirements and of all that these require in turn."""
    found: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    left = list(declared())
    while left:
        requirement = left.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        found[key[0]] = version(requirement.name)
        wanted = map(Requirement, requires(requirement.name) or [])
        left += [r for r in wanted if applies(r, requirement.extras)]
    return found


def test_everything_is_pinned_to_the_version_that_runs() -> None:
    lines = (PROJECT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert {canonicalize_name(name): number for name, number in pinned.items()} == installed()
