"""From the name of a model to the model."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.errors import InputError, ModelNameError
from summarizer.llm.model import LARGE, SMALL, FullModel, Profile
from summarizer.progress import Report

OPENAI_URL = "https://api.openai.com/v1"
_FORMS = "use local, local:PATH.gguf, openai:NAME, or NAME together with --base-url"
# Stands in for a key where the endpoint wants none: the SDK insists on one.
_NO_KEY = "none"
_SHOWN = 5
# "1.5b", "360m"; in "8x7b" and "a3b" the number is not the model's size.
_SIZE = re.compile(r"(?<![a-z\d.])(\d+(?:\.\d+)?)(b|m)(?![a-z\d])", re.IGNORECASE)
_SMALL_BILLIONS = 4.0


async def open_model(
    name: str | None,
    *,
    base_url: str | None,
    api_key: str | None = None,
    environ: Mapping[str, str],
    report: Report,
    temperature: float = 0.0,
    seed: int = 0,
) -> FullModel:
    """The model that is named, ready to be asked.

    Text leaves the machine only for a remote model that was named: by ``openai:NAME``, by
    ``base_url``, or in ``SUMMARIZER_MODEL``. Neither ``OPENAI_API_KEY`` nor ``OPENAI_BASE_URL``
    alone makes a run remote.

    Args:
        name: ``local`` (the default), ``local:PATH.gguf``, ``openai:NAME``, or with ``base_url``
            the name that the endpoint knows, or None for the only model that it lists.
        base_url: of an OpenAI-compatible endpoint.
        api_key: else ``OPENAI_API_KEY``.
        environ: the environment's variables.
        report: told about the embedded model's download and start.
        temperature, seed: sent where the endpoint takes them.

    Raises:
        ModelNameError: the name has no such form, or the key or the ``local`` extra is missing.
        InputError: no name was given and the endpoint does not list exactly one model, or the
            base URL cannot be used.
        RunError: the endpoint could not be asked for its models, or the embedded model not fetched
            or started.
    """
    name = name or environ.get("SUMMARIZER_MODEL") or ("" if base_url else "local")
    kind, colon, rest = name.partition(":")
    if kind == "local":
        _refuse_url(name, rest if colon else None, base_url)
        from summarizer.llm.embedded import open_embedded

        return await open_embedded(
            rest or None, environ=environ, report=report, temperature=temperature, seed=seed
        )
    key = api_key or environ.get("OPENAI_API_KEY") or ""
    if kind == "openai" and colon:
        if not rest:
            raise ModelNameError("openai: is followed by no model's name", hint=_FORMS)
        url = base_url or environ.get("OPENAI_BASE_URL") or OPENAI_URL
        return _remote(rest, url, key, temperature, seed)
    if base_url:
        known = name or await _only_model(base_url, key)
        return _remote(known, base_url, key, temperature, seed)
    raise ModelNameError(f"there is no model {name!r}", hint=_FORMS)


def profile_for(model: str) -> Profile:
    """``SMALL`` for a model whose name gives at most 4 billion parameters, else ``LARGE``."""
    sizes = [float(number) / (1000 if unit in "mM" else 1) for number, unit in _SIZE.findall(model)]
    return SMALL if sizes and max(sizes) <= _SMALL_BILLIONS else LARGE


def _refuse_url(name: str, path: str | None, base_url: str | None) -> None:
    if base_url:
        raise ModelNameError(
            f"model {name!r} runs on this machine and --base-url names an endpoint",
            hint="leave one of them out (SUMMARIZER_MODEL counts as --model)",
        )
    if path == "":
        raise ModelNameError("local: is followed by no file", hint=_FORMS)


def _remote(model: str, base_url: str, key: str, temperature: float, seed: int) -> FullModel:
    if base_url == OPENAI_URL and not key:
        raise ModelNameError(
            f"model 'openai:{model}' needs a key and there is none",
            hint="set OPENAI_API_KEY, or leave --model out to use the embedded model",
        )
    from summarizer.llm.client import OpenAIModel

    return OpenAIModel(
        model,
        base_url=base_url,
        api_key=key or _NO_KEY,
        profile=profile_for(model),
        name=f"openai:{model}",
        temperature=temperature,
        seed=seed,
    )


async def _only_model(base_url: str, key: str) -> str:
    from summarizer.llm.client import list_models

    names = await list_models(base_url, key or _NO_KEY)
    if len(names) == 1:
        return names[0]
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    found = f"{len(names)} models: {shown}" if names else "no model"
    raise InputError(f"--base-url lists {found}", hint="name one with --model NAME")
