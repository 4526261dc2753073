from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import EndpointError
from summarizer.llm.retry import RetryPolicy, TransientError, retry_after
from tests.llm.asking import Waits

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


def transient(*, after: float | None = None, unreached: bool = False) -> TransientError:
    error = EndpointError("busy", hint="wait", status=503, retryable=True)
    return TransientError(error, retry_after=after, unreached=unreached)


class Sender:
    """Fails with each of ``failures``, then answers."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.calls = 0

    async def __call__(self) -> str:
        self.calls += 1
        if self.failures:
            raise self.failures.pop(0)
        return "done"


async def test_waits_double_up_to_the_cap() -> None:
    waits = Waits()
    policy = RetryPolicy(max_tries=6, initial=1, cap=5, jitter=0, sleep=waits)

    assert await policy.run(Sender(*[transient() for _ in range(5)])) == "done"
    assert waits.seconds == [1, 2, 4, 5, 5]


async def test_jitter_only_lengthens_a_wait() -> None:
    waits = Waits()
    policy = RetryPolicy(initial=1, jitter=0.25, sleep=waits)

    await policy.run(Sender(transient(), transient(after=3)))

    assert 1 <= waits.seconds[0] <= 1.25
    assert 3 <= waits.seconds[1] <= 3.25


async def test_what_the_endpoint_asks_for_is_obeyed() -> None:
    waits = Waits()

    await RetryPolicy(jitter=0, sleep=waits).run(Sender(transient(after=7), transient(after=0)))

    assert waits.seconds == [7, 0]


async def test_it_gives_up_after_max_tries() -> None:
    waits = Waits()
    send = Sender(*[transient() for _ in range(9)])

    with pytest.raises(EndpointError) as told:
        await RetryPolicy(max_tries=3, sleep=waits).run(send)

    assert str(told.value) == "busy (tried 3 times); wait"
    assert (told.value.status, told.value.retryable) == (503, True)
    assert (send.calls, len(waits.seconds)) == (3, 2)


async def test_it_gives_up_sooner_where_nothing_is_reached() -> None:
    send = Sender(*[transient(unreached=True) for _ in range(9)])

    with pytest.raises(EndpointError):
        await RetryPolicy(sleep=Waits()).run(send)

    assert send.calls == 2


async def test_a_wait_beyond_the_budget_ends_it_at_once() -> None:
    waits = Waits()
    send = Sender(transient(after=600))

    with pytest.raises(EndpointError) as told:
        await RetryPolicy(max_seconds=120, sleep=waits).run(send)

    assert (send.calls, waits.seconds) == (1, [])
    assert str(told.value) == (
        "busy; it asks to wait 600 s, more than is left of the 120 s allowed; wait"
    )


async def test_waits_add_up_to_no_more_than_the_budget() -> None:
    waits = Waits()

    with pytest.raises(EndpointError):
        await RetryPolicy(max_seconds=100, jitter=0, sleep=waits).run(
            Sender(*[transient(after=40) for _ in range(9)])
        )

    assert waits.seconds == [40, 40]


async def test_other_errors_are_told_at_once() -> None:
    send = Sender(EndpointError("wrong key", status=401))

    with pytest.raises(EndpointError, match="wrong key"):
        await RetryPolicy(sleep=Waits()).run(send)

    assert send.calls == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "12"}, 12.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "x", "retry-after": "9"}, 9.0),
        ({"retry-after": "Tue, 06 May 2031 07:08:19 GMT"}, 10.0),
        ({"retry-after": "Tue, 06 May 2031 07:08:19 -0000"}, 10.0),
        ({"retry-after": "Tue, 06 May 2031 07:00:00 GMT"}, 0.0),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


@given(st.text(), st.text())
def test_no_header_makes_it_raise_or_negative(milliseconds: str, seconds: str) -> None:
    asked = retry_after({"retry-after-ms": milliseconds, "retry-after": seconds}, NOW)

    assert asked is None or asked >= 0
