"""From the name of a model to the model."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.errors import ModelNameError
from summarizer.llm.model import LARGE, SMALL, Model, Profile
from summarizer.progress import Report

OPENAI_URL = "https://api.openai.com/v1"
FORMS = "use local, local:PATH.gguf, openai:NAME, or NAME together with --base-url"
_SMALL_NAME = re.compile(r"(?<![\d.])(?:0\.\d+|[1-4](?:\.\d+)?)b\b", re.IGNORECASE)


async def open_model(
    name: str | None,
    *,
    base_url: str | None,
    environ: Mapping[str, str],
    report: Report,
) -> Model:
    """The model that was named, ready to be asked.

    ``name`` is ``local`` (the default, also where a key is set), ``local:PATH.gguf``,
    ``openai:NAME``, or with a base URL any name that the endpoint knows. ``SUMMARIZER_MODEL`` takes
    the place of a name that was not given; ``OPENAI_BASE_URL`` alone names no model, so it never
    makes a run remote.

    Raises:
        ModelNameError: no such form, no key, or no ``local`` extra.
        DownloadError, EmbeddedServerError: the embedded model cannot be had.
    """
    name = name or environ.get("SUMMARIZER_MODEL") or ("" if base_url else "local")
    kind, _, rest = name.partition(":")
    if kind == "local" and not base_url:
        from summarizer.llm.embedded import open_embedded

        return await open_embedded(rest or None, environ=environ, report=report)
    if kind == "openai" and rest:
        return _remote(rest, base_url or environ.get("OPENAI_BASE_URL"), environ)
    if base_url and name:
        return _remote(name, base_url, environ)
    if base_url:
        raise ModelNameError(f"no model named for {base_url}", hint="name one with --model NAME")
    raise ModelNameError(f"unknown model {name!r}", hint=FORMS)


def profile_for(name: str) -> Profile:
    """Models of up to four billion parameters, by their name, are asked in small steps."""
    return SMALL if _SMALL_NAME.search(name) else LARGE


def _remote(name: str, base_url: str | None, environ: Mapping[str, str]) -> Model:
    key = environ.get("OPENAI_API_KEY", "")
    if not key and not base_url:
        raise ModelNameError(
            f"model openai:{name} needs a key and OPENAI_API_KEY is not set",
            hint="set it, or leave --model out to use the embedded model",
        )
    from summarizer.llm.client import OpenAIModel

    return OpenAIModel(
        name, base_url=base_url or OPENAI_URL, api_key=key or "none", profile=profile_for(name)
    )
