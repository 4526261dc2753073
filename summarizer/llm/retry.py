"""Which failures of a transport are worth another try, and how long to wait before it."""

from __future__ import annotations

import asyncio
import email.utils
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import tenacity

from summarizer.errors import EndpointError

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
RETRIED_STATUSES = frozenset({408, 409, 429})


@dataclass(frozen=True)
class RetryPolicy:
    """Bounds of trying again; all times in seconds.

    Attributes:
        max_tries: tries of one request, the first included.
        max_unreachable_tries: tries when no connection could be made at all.
        max_seconds: from the first try to the start of the last.
        initial, cap: the back-off doubles from ``initial`` to ``cap``, and a random share of up
            to ``initial`` is added to every wait.
    """

    max_tries: int = 5
    max_unreachable_tries: int = 2
    max_seconds: float = 120.0
    initial: float = 0.5
    cap: float = 20.0


class TransportError(EndpointError):
    """An :class:`EndpointError` with what the back-off needs to know.

    Attributes:
        wait: seconds that the endpoint asked for (``Retry-After``), or None.
        connected: False when no connection could be made.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        status: int | None = None,
        retryable: bool = False,
        wait: float | None = None,
        connected: bool = True,
    ) -> None:
        super().__init__(message, hint=hint, status=status, retryable=retryable)
        self.wait = wait
        self.connected = connected


def retry_after(headers: dict[str, str], now: float) -> float | None:
    """Seconds to wait as the reply's headers ask: ``retry-after-ms``, or ``Retry-After``.

    Args:
        headers: with lower-case names.
        now: seconds since the epoch, for a ``Retry-After`` that is a date.
    """
    try:
        return max(0.0, float(headers["retry-after-ms"]) / 1000)
    except (KeyError, ValueError):
        pass
    value = headers.get("retry-after", "")
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError):
        return None


async def with_retries(
    attempt: Callable[[], Awaitable[T]], policy: RetryPolicy, *, sleep: Sleep = asyncio.sleep
) -> T:
    """Call ``attempt`` until it answers, its error is not retryable, or the policy's bounds.

    Raises:
        EndpointError: the last one, when no try helped. A wait asked for by the endpoint that does
            not fit into ``max_seconds`` ends it at once.
    """
    backoff = tenacity.wait_exponential_jitter(
        initial=policy.initial, max=policy.cap, jitter=policy.initial
    )
    began = time.monotonic()

    def wait(state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, TransportError) else None
        return asked if asked is not None else backoff(state)

    def stop(state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        tries = policy.max_tries
        if isinstance(error, TransportError) and not error.connected:
            tries = min(tries, policy.max_unreachable_tries)
        late = time.monotonic() - began + state.upcoming_sleep > policy.max_seconds
        return state.attempt_number >= tries or late

    retrying = tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(lambda e: isinstance(e, EndpointError) and e.retryable),
        wait=wait,
        stop=stop,
        sleep=sleep,
        reraise=True,
    )
    return await retrying(attempt)
