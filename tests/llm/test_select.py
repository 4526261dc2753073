from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

import summarizer.llm.embedded
from summarizer.errors import InputError, ModelNameError
from summarizer.llm.model import LARGE, SMALL, Model, Profile
from summarizer.llm.scripted import ScriptedModel
from summarizer.llm.select import open_model, profile_for
from summarizer.progress import Report, silent
from tests.loopback import LoopbackServer

KEY = {"OPENAI_API_KEY": "sk-recognisable-0123456789"}


class Opened:
    """Where the selection led: an endpoint's name, or the path of a local file."""

    def __init__(self) -> None:
        self.local: list[str | None] = []

    async def __call__(
        self,
        name: str | None = None,
        *,
        base_url: str | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> tuple[str, str, Profile]:
        model = await open_model(name, base_url=base_url, environ=environ or {}, report=silent)
        await model.aclose()
        return model.info.name, model.info.endpoint, model.profile


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens models; the embedded one is never started."""
    made = Opened()

    async def open_embedded(
        path: str | None,
        *,
        environ: Mapping[str, str],
        report: Report,
        temperature: float,
        seed: int,
    ) -> Model:
        made.local.append(path)
        return ScriptedModel([], name="embedded")

    monkeypatch.setattr(summarizer.llm.embedded, "open_embedded", open_embedded, raising=False)
    return made


@pytest.mark.parametrize(
    "environ", [{}, KEY, {**KEY, "OPENAI_BASE_URL": "https://host.example/v1"}]
)
async def test_local_is_the_default_whatever_else_is_set(
    opened: Opened, environ: dict[str, str]
) -> None:
    assert (await opened(environ=environ))[0] == "embedded"
    assert opened.local == [None]


async def test_a_file_of_the_users_own(opened: Opened) -> None:
    await opened("local:a/b:c.gguf")

    assert opened.local == ["a/b:c.gguf"]


async def test_openai(opened: Opened) -> None:
    assert await opened("openai:gpt-5-mini", environ=KEY) == (
        "openai:gpt-5-mini",
        "https://api.openai.com",
        LARGE,
    )


async def test_the_environment_names_model_and_address(opened: Opened) -> None:
    environ = {"SUMMARIZER_MODEL": "openai:m-3b", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}

    assert await opened(environ=environ) == ("openai:m-3b", "http://127.0.0.1:9", SMALL)


async def test_what_is_given_wins_over_the_environment(opened: Opened) -> None:
    environ = {"SUMMARIZER_MODEL": "openai:other", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}

    found = await opened("openai:mine", base_url="http://127.0.0.1:8/v1", environ=environ)

    assert found[:2] == ("openai:mine", "http://127.0.0.1:8")


async def test_with_an_address_any_name_is_the_endpoints(opened: Opened) -> None:
    found = await opened("qwen2.5:1.5b", base_url="http://127.0.0.1:8/v1")

    assert found == ("openai:qwen2.5:1.5b", "http://127.0.0.1:8", SMALL)


async def test_the_only_model_of_an_endpoint_needs_no_name(opened: Opened) -> None:
    with LoopbackServer(models=["only"]) as server:
        assert await opened(base_url=server.url) == ("openai:only", server.origin, LARGE)

    assert server.requests[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    ("models", "told"),
    [
        ([], "lists no model"),
        (["a", "b"], "lists 2 models: a, b;"),
        ([*"abcdef"], "lists 6 models: a, b, c, d, e, …;"),
    ],
)
async def test_an_endpoint_with_a_choice_asks_for_a_name(
    opened: Opened, models: list[str], told: str
) -> None:
    with LoopbackServer(models=models) as server, pytest.raises(InputError, match=told):
        await opened(base_url=server.url)


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("gpt-5", {}, "there is no model 'gpt-5'; use local, local:PATH.gguf, openai:NAME"),
        ("gpt-5", {"environ": {"OPENAI_BASE_URL": "http://127.0.0.1:8/v1"}}, "there is no model"),
        ("azure:gpt-5", {"environ": KEY}, "there is no model 'azure:gpt-5'"),
        ("openai:", {"environ": KEY}, "followed by no model's name"),
        ("openai:gpt-5", {}, "set OPENAI_API_KEY"),
        ("local:", {}, "followed by no file"),
        ("local", {"base_url": "http://127.0.0.1:8/v1"}, "leave one of them out"),
    ],
)
async def test_names_that_lead_nowhere(
    opened: Opened, name: str, arguments: dict[str, Any], told: str
) -> None:
    with pytest.raises(ModelNameError, match=told):
        await opened(name, **arguments)

    assert opened.local == []


@pytest.mark.parametrize(
    ("model", "profile"),
    [
        ("qwen2.5-coder-1.5b-instruct", SMALL),
        ("llama-3.2-3B", SMALL),
        ("smollm2-360m", SMALL),
        ("phi:4b", SMALL),
        ("llama-3.1-8b", LARGE),
        ("qwen3-30b-a3b", LARGE),
        ("mixtral-8x7b", LARGE),
        ("llama-70b-draft-1b", LARGE),
        ("gpt-5-mini", LARGE),
    ],
)
def test_the_profile_follows_the_size_in_the_name(model: str, profile: Profile) -> None:
    assert profile_for(model) is profile


def test_choosing_imports_nothing_heavy() -> None:
    code = (
        "import sys, summarizer.llm.select as s; print({'openai', 'instructor'} & {*sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout == "set()\n"
