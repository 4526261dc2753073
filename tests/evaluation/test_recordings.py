"""Calls that are recorded once and answered from the file ever after."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from summarizer.errors import EndpointError, GoldError, ReplyError
from summarizer.evaluation.recordings import (
    Call,
    Cassette,
    Header,
    RecordedModel,
    RecordingMissError,
    header_of,
    read_calls,
    read_header,
    write_header,
)
from summarizer.llm.model import LARGE, SMALL, Message, ModelInfo, Question, Reply, Request, S
from summarizer.llm.model import Answer as Verdict
from summarizer.llm.scripted import ScriptedModel
from summarizer.schema import StageUsage
from tests.evaluation.making import AGAIN, asking, lines, never, write_lines

HEADER = Header(
    name="scripted", mode="scripted", profile="small", parameters={"temperature": 0.7, "seed": 5}
)


class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str


class Other(BaseModel):
    model_config = ConfigDict(extra="forbid")

    words: list[str]


def request(text: str = "What did the port do?", **fields: Any) -> Request[Any]:
    """One question, with ``fields`` in place of its own."""
    plain: dict[str, Any] = {
        "messages": (Message("system", "Be brief."), Message("user", text)),
        "schema": Answer,
        "max_tokens": 50,
        "stage": "extract",
        "prompt": "a" * 64,
    }
    return Request(**(plain | fields))


def recorded(path: Path, behind: Any = None, *, repeat: int = 0, **more: Any) -> RecordedModel:
    """A model over the file as it is now."""
    return RecordedModel(Cassette(path), more.get("header", HEADER), behind, repeat, AGAIN)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calls" / "toll.jsonl"


@pytest.fixture
async def full(path: Path) -> Path:
    """A file with one recorded call."""
    await recorded(path, ScriptedModel([{"text": "It doubled the toll."}])).complete(request())
    return path


class Costly(ScriptedModel):
    """Knows a key, and gives times with all their digits."""

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(
            "costly", "https://reader:sk-very-secret@models.example", "json", {"seed": 1}
        )

    async def complete(self, request: Request[S]) -> Reply[S]:
        reply = await super().complete(request)
        usage = StageUsage(calls=2, retries=1, seconds=1.23456, server_seconds=0.98765)
        return replace(reply, usage=usage, finish_reason="stop")


@pytest.mark.parametrize("behind", [None, asking(never)], ids=["nobody", "one that must not"])
async def test_a_recorded_call_answers_without_a_model(path: Path, behind: Any) -> None:
    model = Costly([{"text": "It doubled the toll."}])
    first = await recorded(path, model).complete(request())
    again = await recorded(path, behind).complete(request())
    assert again == first
    assert (again.value, again.complete) == (Answer(text="It doubled the toll."), True)
    assert len(model.requests) == 1


async def test_a_model_is_asked_once_for_the_same_question(path: Path) -> None:
    model = ScriptedModel([{"text": "It doubled the toll."}])
    recording = recorded(path, model)
    assert await recording.complete(request()) == await recording.complete(request())
    assert len(lines(path)) == 1


async def test_times_are_kept_to_the_millisecond_and_the_rest_of_the_usage_as_it_is(
    path: Path,
) -> None:
    reply = await recorded(path, Costly([{"text": "Yes."}])).complete(request())
    assert reply.usage == StageUsage(calls=2, retries=1, seconds=1.235, server_seconds=0.988)
    assert reply.finish_reason == "stop"
    assert [c.usage for c in read_calls(path)] == [reply.usage]


async def test_a_cut_reply_is_replayed_as_cut(path: Path) -> None:
    cut = '{"words": ["one", "two", "thr'
    first = await recorded(path, ScriptedModel([cut])).complete(request(schema=Other))
    assert (first.value, first.complete) == (Other(words=["one", "two"]), False)
    assert await recorded(path).complete(request(schema=Other)) == first


async def test_nothing_of_a_key_or_an_address_is_in_the_files(path: Path) -> None:
    model = Costly([{"text": "Yes."}])
    header = header_of(model)
    write_header(path.parent, header)
    await recorded(path, model, header=header).complete(request())
    kept = "".join(file.read_text("utf-8") for file in path.parent.iterdir())
    assert sorted(file.name for file in path.parent.iterdir()) == ["model.json", "toll.jsonl"]
    assert "sk-very-secret" not in kept
    assert "example" not in kept
    assert set(lines(path)[0]) == {
        "key",
        "stage",
        "repeat",
        "parts",
        "asked",
        "reply",
        "complete",
        "error",
        "finish_reason",
        "usage",
    }


# Without the separators of lines that are not \n.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"))


@given(WORDS, WORDS)
async def test_any_text_comes_back_as_it_was(asked: str, told: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.jsonl"
        await recorded(path, ScriptedModel([{"text": told}])).complete(request(asked))
        reply = await recorded(path).complete(request(asked))
        assert reply.value == Answer(text=told)
        assert [c.asked for c in read_calls(path)] == [asked]


async def test_with_nothing_recorded_the_miss_says_what_to_run(path: Path) -> None:
    with pytest.raises(RecordingMissError) as miss:
        await recorded(path).complete(request())
    assert str(miss.value) == f"toll.jsonl has no recorded extract call; run {AGAIN}"
    assert (miss.value.stage, miss.value.prompt_changed) == ("extract", False)
    assert miss.value.exit_code == 2


@pytest.mark.parametrize(
    ("changed", "header", "named"),
    [
        ({"schema": Other}, HEADER, "schema"),
        ({"max_tokens": 51}, HEADER, "parameters"),
        ({}, HEADER.model_copy(update={"parameters": {"temperature": 0, "seed": 5}}), "parameters"),
        ({}, HEADER.model_copy(update={"name": "other"}), "model"),
        ({"schema": Other, "max_tokens": 51}, HEADER, "schema and parameters"),
        ({"prompt": "b" * 64, "schema": Other}, HEADER, "prompt and schema"),
    ],
)
async def test_a_miss_names_what_is_another(
    full: Path, changed: dict[str, Any], header: Header, named: str
) -> None:
    with pytest.raises(RecordingMissError) as miss:
        await recorded(full, header=header).complete(request(**changed))
    assert str(miss.value) == (
        f"toll.jsonl has no such extract call; of the nearest, another {named}; run {AGAIN}"
    )
    assert miss.value.prompt_changed == ("prompt" in named)


async def test_a_miss_shows_where_the_messages_part(full: Path) -> None:
    with pytest.raises(RecordingMissError) as miss:
        await recorded(full).complete(request("What did the council do?"))
    assert str(miss.value) == (
        "toll.jsonl has no such extract call; of the nearest, another messages:"
        " recorded “…What did the port do?…”, asked “…What did the council do?…”;"
        f" run {AGAIN}"
    )


async def test_a_miss_shows_a_little_of_a_long_message(path: Path) -> None:
    alike = "The ferry was late. " * 40
    await recorded(path, asking(lambda _: {"text": "Yes."})).complete(request(f"{alike}Monday."))
    with pytest.raises(RecordingMissError) as miss:
        await recorded(path).complete(request(f"{alike}Tuesday."))
    assert "recorded “…The ferry was late. Monday.…”, asked “…The ferry was late. Tuesday.…”" in (
        str(miss.value).replace("… ", "…")
    )


async def test_a_message_that_goes_on_is_another(full: Path) -> None:
    with pytest.raises(RecordingMissError, match=r"the port do\?…”, asked “….*do\? And why\?…”"):
        await recorded(full).complete(request("What did the port do? And why?"))


async def test_another_instruction_of_the_system_is_another_message(full: Path) -> None:
    turns = (Message("system", "Be long."), Message("user", "What did the port do?"))
    with pytest.raises(RecordingMissError, match="of the nearest, another messages"):
        await recorded(full).complete(request(messages=turns))


async def test_a_changed_prompt_text_is_told_from_a_changed_article(full: Path) -> None:
    with pytest.raises(RecordingMissError, match="another prompt and messages") as miss:
        await recorded(full).complete(request("In one word: what?", prompt="b" * 64))
    assert miss.value.prompt_changed


async def test_of_the_recorded_calls_an_unused_one_is_the_nearest(path: Path) -> None:
    model = asking(lambda _: {"text": "Yes."})
    for question in ("Who paid the toll?", "Who drained the pond?"):
        await recorded(path, model).complete(request(question))
    replay = recorded(path)
    await replay.complete(request("Who paid the toll?"))
    with pytest.raises(RecordingMissError, match="recorded “…Who drained the pond"):
        await replay.complete(request("Who moved the carp?"))


async def test_a_call_of_another_stage_is_not_shown_as_the_nearest(full: Path) -> None:
    with pytest.raises(RecordingMissError, match=r"^toll\.jsonl has no recorded compose call;"):
        await recorded(full).complete(request(stage="compose"))


async def test_a_prompt_whose_hash_alone_changed_is_answered_and_noted_as_stale(
    full: Path,
) -> None:
    replay = recorded(full)
    reply = await replay.complete(request(prompt="b" * 64))
    assert reply.value == Answer(text="It doubled the toll.")
    assert replay.cassette.stale == {"extract"}
    assert replay.cassette.orphans() == []


async def test_the_same_question_leaves_nothing_stale(full: Path) -> None:
    replay = recorded(full)
    await replay.complete(request())
    assert replay.cassette.stale == set()


async def test_a_useless_reply_is_recorded_and_fails_the_same_way(path: Path) -> None:
    with pytest.raises(ReplyError) as first:
        await recorded(path, ScriptedModel(["no JSON at all"])).complete(request())
    with pytest.raises(ReplyError) as again:
        await recorded(path, asking(never)).complete(request())
    assert str(again.value) == first.value.message
    assert again.value.usage == first.value.usage
    assert again.value.usage is not None
    assert again.value.usage.calls == 1
    assert [c.reply for c in read_calls(path)] == [None]


async def test_that_the_endpoint_failed_is_not_recorded(path: Path) -> None:
    broken = EndpointError("HTTP 503", status=503, retryable=True)
    model = ScriptedModel([broken, {"text": "It doubled the toll."}])
    with pytest.raises(EndpointError, match="HTTP 503"):
        await recorded(path, model).complete(request())
    assert list(read_calls(path)) == []
    assert (await recorded(path, model).complete(request())).value.text == "It doubled the toll."


async def test_each_repeat_is_asked_for_and_kept_apart(path: Path) -> None:
    model = ScriptedModel([{"text": "It doubled the toll."}, {"text": "The toll doubled."}])
    for repeat in (0, 1):
        await recorded(path, model, repeat=repeat).complete(request())
    said = [(await recorded(path, repeat=r).complete(request())).value.text for r in (0, 1)]
    assert said == ["It doubled the toll.", "The toll doubled."]
    with pytest.raises(RecordingMissError, match="has no recorded extract call"):
        await recorded(path, repeat=2).complete(request())


async def test_each_repeat_has_a_seed_of_its_own(path: Path) -> None:
    model = asking(lambda _: {"text": "Yes."})
    for repeat in (0, 1, 2):
        await recorded(path, model, repeat=repeat).complete(request())
    assert [json.loads(c.parts["parameters"]) for c in read_calls(path)] == [
        {"temperature": 0.7, "seed": seed, "max_tokens": 50} for seed in (5, 6, 7)
    ]


async def test_no_seed_is_made_up_where_the_endpoint_takes_none(path: Path) -> None:
    header = HEADER.model_copy(update={"parameters": {"temperature": 0.7}})
    model = asking(lambda _: {"text": "Yes."})
    for repeat in (0, 1):
        await recorded(path, model, repeat=repeat, header=header).complete(request())
    calls = list(read_calls(path))
    assert {c.parts["parameters"] for c in calls} == {'{"max_tokens": 50, "temperature": 0.7}'}
    assert len({c.key for c in calls}) == 2


def test_a_recording_says_what_it_is_of() -> None:
    replay = RecordedModel(Cassette(Path("none.jsonl")), HEADER)
    assert replay.info == ModelInfo(
        "scripted", "recorded", "scripted", {"temperature": 0.7, "seed": 5}
    )
    assert replay.profile == SMALL


async def test_what_is_not_asked_for_any_more_is_an_orphan(path: Path) -> None:
    model = asking(lambda _: {"text": "Yes."})
    for question in ("Who paid?", "Who drained the pond?"):
        await recorded(path, model).complete(request(question))
    replay = recorded(path)
    await replay.complete(request("Who paid?"))
    assert [c.asked for c in replay.cassette.orphans()] == ["Who drained the pond?"]


async def test_keeping_what_is_used_drops_orphans_of_that_repeat_only(path: Path) -> None:
    model = asking(lambda _: {"text": "Yes."})
    for repeat in (0, 1):
        for question in ("Who paid?", "Who drained the pond?"):
            await recorded(path, model, repeat=repeat).complete(request(question))
    replay = recorded(path)
    await replay.complete(request("Who drained the pond?"))
    replay.cassette.keep_used(0)
    kept = [(c.repeat, c.asked) for c in read_calls(path)]
    assert kept == [(1, "Who paid?"), (1, "Who drained the pond?"), (0, "Who drained the pond?")]
    assert replay.cassette.orphans() == [c for c in read_calls(path) if c.repeat == 1]
    assert [file.name for file in path.parent.iterdir()] == ["toll.jsonl"]


async def test_kept_calls_stand_in_the_order_of_asking(path: Path) -> None:
    model = asking(lambda _: {"text": "Yes."})
    for question in ("Second?", "First?"):
        await recorded(path, model).complete(request(question))
    replay = recorded(path)
    for question in ("First?", "Second?"):
        await replay.complete(request(question))
    replay.cassette.keep_used(0)
    assert [c.asked for c in read_calls(path)] == ["First?", "Second?"]


async def test_a_call_is_in_the_file_as_soon_as_it_is_made(path: Path) -> None:
    written: list[int] = []

    def answer(_: Request[Any]) -> dict[str, str]:
        written.append(len(lines(path)) if path.exists() else 0)
        return {"text": "Yes."}

    recording = recorded(path, asking(answer))
    for question in ("One?", "Two?", "Three?"):
        await recording.complete(request(question))
    assert written == [0, 1, 2]


def edited(**fields: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda call: call | fields


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (edited(stage="guess"), "stage: "),
        (edited(repeat="first"), "repeat: "),
        (edited(extra=1), "extra: "),
        (edited(usage={"calls": "many"}), "usage.calls: "),
        (lambda call: {k: v for k, v in call.items() if k != "parts"}, "parts: Field required"),
    ],
)
def test_a_malformed_call_is_named_by_file_line_and_field(
    full: Path, edit: Callable[[dict[str, Any]], dict[str, Any]], said: str
) -> None:
    [call] = lines(full)
    write_lines(full, [call, edit(call)])
    with pytest.raises(GoldError) as error:
        Cassette(full)
    assert error.value.message.startswith(f"{full}:2: {said}")
    assert error.value.hint == "record the article again"


def test_a_line_that_is_no_json_is_named(full: Path) -> None:
    with full.open("a") as file:
        file.write('{"key": "\n')
    with pytest.raises(GoldError, match=r"toll\.jsonl:2: the line: Invalid JSON"):
        Cassette(full)


def test_no_file_has_no_calls(tmp_path: Path) -> None:
    assert list(read_calls(tmp_path / "none.jsonl")) == []
    assert Cassette(tmp_path / "none.jsonl").orphans() == []


async def test_a_call_reads_back_as_it_was_written(full: Path) -> None:
    [call] = read_calls(full)
    assert Call.model_validate(lines(full)[0]) == call
    assert call.parts["prompt"] == "a" * 64
    assert call.parts["model"] == "scripted"


@pytest.mark.parametrize(("profile", "name"), [(SMALL, "small"), (LARGE, "large")])
def test_the_header_keeps_the_profile_and_reads_back(
    tmp_path: Path, profile: Any, name: str
) -> None:
    header = header_of(asking(profile=profile))
    assert header == Header(name="scripted", mode="scripted", profile=name, parameters={})  # type: ignore[arg-type]
    write_header(tmp_path / "new", header)
    assert read_header(tmp_path / "new") == header
    assert RecordedModel(Cassette(tmp_path / "none.jsonl"), header).profile == profile


def test_without_a_header_there_are_no_recordings(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as error:
        read_header(tmp_path / "none")
    assert str(error.value) == (
        f"there are no recordings in '{tmp_path / 'none'}'; run summarizer eval record"
    )


def test_a_malformed_header_is_named_by_file_and_field(tmp_path: Path) -> None:
    write_header(tmp_path, HEADER)
    file = tmp_path / "model.json"
    file.write_text(file.read_text().replace('"small"', '"medium"'))
    with pytest.raises(GoldError, match=r"model\.json: .*profile.*'small' or 'large'"):
        read_header(tmp_path)


class Judge(ScriptedModel):
    """Says yes to every question, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__(never)
        self.asked = 0
        self._error = error

    async def decide(self, question: Question) -> Verdict:
        self.asked += 1
        if self._error is not None:
            raise self._error
        return Verdict(1.23456, graded=True, usage=StageUsage(calls=1, output_tokens=1))


QUESTION = Question((Message("user", "Is the port closed?"),), "compare")


async def test_an_answer_of_yes_or_no_is_recorded_once(tmp_path: Path) -> None:
    judge, path = Judge(), tmp_path / "port.jsonl"
    first = await RecordedModel(Cassette(path), HEADER, judge).decide(QUESTION)
    again = await RecordedModel(Cassette(path), HEADER).decide(QUESTION)
    assert judge.asked == 1
    assert (again.log_odds, again.graded) == (1.2346, True)
    assert first.usage.calls == again.usage.calls == 1
    other = replace(QUESTION, messages=(Message("user", "Is it open?"),))
    with pytest.raises(RecordingMissError):
        await RecordedModel(Cassette(path), HEADER).decide(other)


async def test_a_question_that_could_not_be_answered_is_recorded_as_that(tmp_path: Path) -> None:
    judge, path = Judge(ReplyError("neither yes nor no")), tmp_path / "port.jsonl"
    for behind in (judge, None):
        model = RecordedModel(Cassette(path), HEADER, behind)
        with pytest.raises(ReplyError, match="neither yes nor no"):
            await model.decide(QUESTION)
    assert judge.asked == 1
