"""Which wait comes before the next try, and when to stop trying."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NoReturn, TypeVar

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
)

from summarizer.errors import EndpointError

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]


class TransientError(Exception):
    """One try failed in a way that the next may not.

    Attributes:
        error: what to raise when there is no next try.
        retry_after: seconds that the endpoint asks to wait, or None.
        unreached: no connection was made, so that the address may be wrong.
    """

    def __init__(
        self, error: EndpointError, *, retry_after: float | None = None, unreached: bool = False
    ) -> None:
        self.error = error
        self.retry_after = retry_after
        self.unreached = unreached
        super().__init__(str(error))


@dataclass(frozen=True)
class RetryPolicy:
    """Bounds of trying again; all times in seconds.

    Attributes:
        max_tries: tries of one request, the first included.
        connect_tries: the same where no connection is made: a wrong address is told soon.
        max_seconds: from the start of the first try to the start of the last.
        initial, cap: the back-off doubles from ``initial`` up to ``cap``.
        jitter: every wait is lengthened by a random share of up to this.
        sleep: waits; tests put a recorder here.
    """

    max_tries: int = 5
    connect_tries: int = 2
    max_seconds: float = 120.0
    initial: float = 0.5
    cap: float = 20.0
    jitter: float = 0.5
    sleep: Sleep = field(default=asyncio.sleep, repr=False, compare=False)

    async def run(self, send: Callable[[], Awaitable[T]]) -> T:
        """The result of the first ``send()`` that raises no :class:`TransientError`.

        Raises:
            EndpointError: the last try's, when tries or time are used up, or at once when the
                endpoint asks for a longer wait than ``max_seconds`` leaves.
        """
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(TransientError),
            wait=self._wait,
            stop=self._spent,
            sleep=self.sleep,
            retry_error_callback=self._give_up,
        )
        return await retrying(send)

    def _wait(self, state: RetryCallState) -> float:
        wait = _failure(state).retry_after
        if wait is None:
            wait = min(self.initial * 2.0 ** (state.attempt_number - 1), self.cap)
        # Added to what the endpoint asks for as well: clients that wait alike collide again.
        return wait + random.uniform(0, self.jitter)  # noqa: S311 (no secret)

    def _spent(self, state: RetryCallState) -> bool:
        tries = self.connect_tries if _failure(state).unreached else self.max_tries
        return state.attempt_number >= tries or self._too_late(state)

    def _too_late(self, state: RetryCallState) -> bool:
        # Waits count even where a test's recorder does not really wait.
        elapsed = max(state.seconds_since_start or 0.0, state.idle_for)
        return elapsed + state.upcoming_sleep > self.max_seconds

    def _give_up(self, state: RetryCallState) -> NoReturn:
        failure = _failure(state)
        error = failure.error
        message = error.message
        if failure.retry_after is not None and self._too_late(state):
            message += (
                f"; it asks to wait {failure.retry_after:.0f} s, more than is left of the"
                f" {self.max_seconds:g} s allowed"
            )
        elif state.attempt_number > 1:
            message += f" (tried {state.attempt_number} times)"
        raise EndpointError(message, hint=error.hint, status=error.status, retryable=True) from None


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that a reply asks to wait, 0 or more, or None when it does not say.

    Args:
        headers: looked up by lower-case name: ``retry-after-ms`` (milliseconds), then
            ``retry-after`` (seconds, or an HTTP date).
        now: what a date is set against; the present when None.
    """
    for name, scale in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) / scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(seconds, 0.0)
    try:
        until = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    # A date that gives its zone as -0000 is parsed as naive, and means UTC.
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((until - (now or datetime.now(UTC))).total_seconds(), 0.0)


def _failure(state: RetryCallState) -> TransientError:
    failure = state.outcome.exception() if state.outcome else None
    if not isinstance(failure, TransientError):
        raise TypeError(f"only a TransientError is retried, not {failure!r}")
    return failure
