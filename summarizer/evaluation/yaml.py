"""YAML with the line of every value, so that an error can be found in an editor."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

Path = tuple[str | int, ...]


class DuplicateKeyError(Exception):
    """A mapping has a key twice; the second would silently win."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key = key
        self.line = line


# libyaml is ten times as fast; a wheel without it has the same reader in Python.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc, valid-type]
    """Safe YAML in which a date stays the text that it is written as."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _Dumper(yaml.SafeDumper):
    """Safe YAML that writes rare line breaks as escapes, so that they are read as they were."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if any(mark in text for mark in "\x85\u2028\u2029\ufeff") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


class Lines:
    """Where each value of a YAML text stands.

    Args:
        places: path of keys and indices to line number, from 1.
    """

    def __init__(self, places: dict[Path, int]) -> None:
        self._places = places

    def of(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest one around it."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, 1)


def load_yaml(text: str) -> tuple[Any, Lines]:
    """Read one YAML document.

    Raises:
        yaml.YAMLError: it is malformed; ``problem_mark`` tells where.
        DuplicateKeyError: a mapping has a key twice.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        places: dict[Path, int] = {}
        if node is None:
            return None, Lines(places)
        _place(node, (), places)
        return loader.construct_document(node), Lines(places)
    finally:
        loader.dispose()


def dump_yaml(value: Any) -> str:
    """YAML for people: keys in order, leaves in one line, text as it is."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=100,
    )


def _place(node: yaml.Node, path: Path, places: dict[Path, int]) -> None:
    places[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[Hashable] = set()
        for key, value in node.value:
            if key.value in seen:
                raise DuplicateKeyError(str(key.value), key.start_mark.line + 1)
            seen.add(key.value)
            _place(value, (*path, key.value), places)
            places[(*path, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _place(item, (*path, index), places)
