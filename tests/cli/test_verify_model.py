"""``summarizer verify`` with a model on loopback, and how its lines come out."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from summarizer.cli import main
from tests.cli.verifying import (
    COMMAND,
    OTHERWISE,
    PARAPHRASE,
    claims_file,
    found_in,
)
from tests.llm.asking import KEY
from tests.loopback import HANG, LoopbackServer, Received, Reply, answer, completion, failure
from tests.verification.sources import LORRIES, TOLL

pytestmark = pytest.mark.usefixtures("toll_folder")


def graded(yes: float, no: float) -> Reply:
    """An answer of one token with the log-probabilities of both words."""
    listed = [{"token": " Yes", "logprob": yes}, {"token": " No", "logprob": no}]
    choice = {
        "index": 0,
        "finish_reason": "length",
        "message": {"role": "assistant", "content": " Yes"},
        "logprobs": {"content": [{"token": " Yes", "logprob": yes, "top_logprobs": listed}]},
    }
    return answer({"id": "c", "object": "chat.completion", "choices": [choice]})


def asking(server: LoopbackServer, claims: str, *more: str) -> list[str]:
    """The arguments of a command that asks this server."""
    model = ("--level", "model", "--model", "judge", "--base-url", server.url)
    return ["verify", "toll.txt", "--claims", claims, *model, *more]


def statement(request: Received) -> str:
    """What the request asks about."""
    asked: str = request.json["messages"][-1]["content"]
    return asked.split("STATEMENT: ")[1].split("\n", maxsplit=1)[0]


def test_the_model_is_asked_about_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    claims = [PARAPHRASE, f"{PARAPHRASE} Two lorries were stopped.", OTHERWISE]

    def reply(request: Received) -> Reply:
        return graded(-4.0, -0.1) if "lorries" in statement(request) else graded(-0.01, -6.0)

    with LoopbackServer(reply) as server:
        assert main(asking(server, claims_file("\n".join(claims)))) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [v.text for v in found_in(out)] == claims
    assert [v.verdict for v in found_in(out)] == ["supported", "unsupported", "contradicted"]
    assert len(server.requests) == 4
    assert {request.json["model"] for request in server.requests} == {"judge"}


def test_an_endpoint_that_refuses_logprobs(capsys: pytest.CaptureFixture[str]) -> None:
    def reply(request: Received) -> Reply:
        if "logprobs" in request.json:
            return failure(400, "logprobs is not supported by this model")
        return completion("Yes")

    with LoopbackServer(reply) as server:
        assert main(asking(server, claims_file(f"{PARAPHRASE}\nTwo lorries were stopped."))) == 0
    out, err = capsys.readouterr()
    assert (len(found_in(out)), err) == (2, "")
    assert "response_format" not in server.requests[-1].json


def test_an_endpoint_that_answers_neither_yes_nor_no(capsys: pytest.CaptureFixture[str]) -> None:
    with LoopbackServer(lambda _: completion("It\x1b[2J depends.\n")) as server:
        assert main(asking(server, claims_file(PARAPHRASE))) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        r"summarizer: openai:judge answered neither yes nor no: 'It\x1b[2J depends.'; "
        "use another model, or --level rules\n"
    )


def test_no_key_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for reply in (failure(401, f"Incorrect key {KEY}"), completion(f"Your key is {KEY}")):
        with LoopbackServer([reply]) as server:
            assert main(asking(server, claims_file(PARAPHRASE))) == 3
        out, err = capsys.readouterr()
        assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
        assert (out, err.count("\n")) == ("", 1)
        assert "sk-recog" not in err
        assert "[key]" in err


def test_what_was_judged_before_a_failure_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    def reply(request: Received) -> Reply:
        return failure(401, "Expired") if "lorries" in statement(request) else graded(-0.1, -4.0)

    claims = [PARAPHRASE, OTHERWISE, "Two lorries were stopped.", PARAPHRASE]
    with LoopbackServer(reply) as server:
        assert main(asking(server, claims_file("\n".join(claims)))) == 3
    out, err = capsys.readouterr()
    assert [v.id for v in found_in(out)] == ["1", "2"]
    assert err.count("\n") == 1
    assert "401: Expired" in err


# Output as it comes, and where it goes


def running(arguments: Sequence[str], **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


def test_the_first_line_is_printed_while_the_next_claim_is_asked_about() -> None:
    printed: SimpleQueue[str] = SimpleQueue()

    def reply(request: Received) -> Reply:
        # The second claim gets its answer once the line of the first has been read.
        if "lorries" in statement(request):
            assert printed.get(timeout=60)
        return graded(-0.1, -4.0)

    # A name of a small model: one question at a time.
    claims = claims_file(f"{PARAPHRASE}\nTwo lorries were stopped.")
    with LoopbackServer(reply) as server:
        arguments = asking(server, claims, "--model", "judge-1b")
        with running(arguments) as command:
            assert command.stdout is not None
            line = command.stdout.readline()
            printed.put(line)
            rest, err = command.communicate(timeout=120)
    assert (command.returncode, err) == (0, "")
    assert [v.id for v in found_in(line + rest)] == ["1", "2"]


@pytest.mark.parametrize("level", ["rules", "model"])
def test_a_reader_that_goes_away_ends_the_work_quietly(level: str) -> None:
    claims = claims_file(f"{PARAPHRASE}\n" * 500)
    reading, writing = os.pipe()
    os.close(reading)
    with LoopbackServer(lambda _: graded(-0.1, -4.0)) as server:
        arguments = asking(server, claims) if level == "model" else ["verify", "toll.txt"]
        arguments += [] if level == "model" else ["--claims", claims]
        try:
            done = subprocess.run(
                [*COMMAND, *arguments],
                stdout=writing,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                timeout=120,
            )
        finally:
            os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")
    assert len(server.requests) < 100


def test_standard_output_on_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "verify", "toll.txt", "--claims", claims_file(TOLL)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("summarizer: cannot write to standard output: No space left")
    assert done.stderr.count("\n") == 1


def test_interruption_is_one_line() -> None:
    commands: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()

    def interrupt(_: object) -> Reply:
        commands.get(timeout=60).send_signal(signal.SIGINT)
        return HANG

    with LoopbackServer(interrupt) as server:
        arguments = asking(server, claims_file(PARAPHRASE))
        # A shell starts background jobs, and so perhaps these tests, with the signal ignored.
        heed: Callable[[], object] = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731
        with running(arguments, preexec_fn=heed) as command:
            commands.put(command)
            out, err = command.communicate(timeout=120)
    assert (command.returncode, out, err) == (130, "", "summarizer: interrupted\n")


def on_a_terminal(arguments: Sequence[str], *, both: bool) -> tuple[str, str, int]:
    """What a command shows on a terminal and writes to a pipe, and its code.

    Args:
        both: standard output is the terminal too, and not the pipe.
    """
    terminal, end = os.openpty()
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "NO_COLOR": "1"}
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=end if both else subprocess.PIPE, stderr=end, env=environ
    ) as command:
        os.close(end)
        shown = b""
        try:
            while block := os.read(terminal, 65536):
                shown += block
        except OSError:  # how Linux tells that the other end is closed
            pass
        finally:
            os.close(terminal)
        out = command.stdout.read().decode() if command.stdout else ""
    return shown.decode(), out, command.returncode


def test_progress_goes_to_a_terminal_on_standard_error_only() -> None:
    arguments = ["verify", "toll.txt", "--claims", claims_file(f"{TOLL}\n{LORRIES}")]
    shown, out, code = on_a_terminal(arguments, both=False)
    assert (code, len(found_in(out))) == (0, 2)
    assert "checking claims" in shown


def test_on_one_terminal_the_lines_are_the_progress() -> None:
    arguments = ["verify", "toll.txt", "--claims", claims_file(f"{TOLL}\n{LORRIES}")]
    shown, _, code = on_a_terminal(arguments, both=True)
    assert code == 0
    assert "checking claims" not in shown
    assert len(found_in(shown.replace("\r\n", "\n"))) == 2
