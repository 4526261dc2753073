"""An OpenAI-compatible endpoint: its address, its key, and its failures in plain words.

This module imports ``openai`` (about a second); import it where it is used.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

import httpx2
import openai

from summarizer.errors import EndpointError, InputError
from summarizer.llm.retry import TransientError, retry_after
from summarizer.llm.wire import refused_parameters

_CONNECT_SECONDS = 10.0
_QUOTED = 200
# Shorter ones are placeholders such as "none", which must not be cut out of ordinary words.
_SHORTEST_SECRET = 8
_RETRIED = frozenset({408, 409, 429})
_TOO_MANY, _SERVER_FAILED = 429, 500
_REJECTED = frozenset({400, 422})


class ParameterError(EndpointError):
    """The endpoint does not take a parameter that was sent; ``names`` says which."""

    names: frozenset[str] = frozenset()


class Endpoint:
    """Where requests go, and what its failures mean.

    Args:
        base_url: such as ``https://api.openai.com/v1``.
        api_key: sent as a bearer token, and taken out of whatever the endpoint says.
        timeout: seconds without a byte before a try has failed.
        trust_env: False ignores proxies and certificates named in the environment.

    Attributes:
        origin: scheme, host and port.

    Raises:
        InputError: ``base_url`` is not an http or https URL, or the key cannot be sent.
    """

    def __init__(self, base_url: str, api_key: str, *, timeout: float, trust_env: bool) -> None:
        address = _address(base_url)
        key = api_key.strip()
        if not key.isascii() or not key.isprintable() or " " in key:
            raise InputError(
                "the API key holds a space or a character that no key has",
                hint="check OPENAI_API_KEY",
            )
        host = address.hostname or ""
        self.host = host
        shown_host = f"[{host}]" if ":" in host else host
        self.origin = f"{address.scheme}://{shown_host}" + (
            f":{address.port}" if address.port else ""
        )
        self._secrets = [s for s in (key, address.password or "") if len(s) >= _SHORTEST_SECRET]
        self.client = openai.AsyncOpenAI(
            api_key=key,
            base_url=base_url,
            max_retries=0,
            timeout=httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS)),
            # Text goes to the endpoint that was named and to no other, so no redirects.
            http_client=openai.DefaultAsyncHttpxClient(trust_env=trust_env, follow_redirects=False),
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self.client.close()

    def scrub(self, text: str) -> str:
        """One short line of ``text`` without any secret."""
        for secret in self._secrets:
            text = text.replace(secret, "[key]")
        text = " ".join(text.split())
        return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"

    def failure(
        self, error: openai.OpenAIError, model: str, *, structured: bool = True
    ) -> EndpointError | TransientError:
        """What to raise for an error of the SDK: what happened, and what to do next.

        Args:
            structured: whether a schema was sent.
        """
        if isinstance(error, openai.APIStatusError):
            return self._refused(error, model, structured)
        if isinstance(error, openai.APIConnectionError):
            return self._disconnected(error)
        return EndpointError(f"{self.origin}: {self.scrub(str(error))}")

    def _refused(
        self, error: openai.APIStatusError, model: str, structured: bool
    ) -> EndpointError | TransientError:
        status = error.status_code
        raw = _said(error)
        said = self.scrub(raw)
        answered = f"{self.origin} answered {status}" + (f": {said}" if said else "")
        if "insufficient_quota" in (error.code, error.type):
            return EndpointError(
                answered, hint="the account has no quota left; check its plan", status=status
            )
        if status in _RETRIED or status >= _SERVER_FAILED:
            hint = "ask less often" if status == _TOO_MANY else "try again later"
            failed = EndpointError(answered, hint=hint, status=status, retryable=True)
            return TransientError(failed, retry_after=retry_after(error.response.headers))
        names = refused_parameters(f"{raw} {error.param or ''}") if status in _REJECTED else None
        if names:
            refused = ParameterError(answered, hint=_hint(status, model, structured), status=status)
            refused.names = names
            return refused
        return EndpointError(answered, hint=_hint(status, model, structured), status=status)

    def _disconnected(self, error: openai.APIConnectionError) -> TransientError:
        causes = list(_causes(error))
        unreached = any(isinstance(c, httpx2.ConnectError | httpx2.ConnectTimeout) for c in causes)
        if unreached:
            message = f"could not reach {self.origin}: {self.scrub(_reason(causes))}"
            hint = "check --base-url or OPENAI_BASE_URL"
        elif isinstance(error, openai.APITimeoutError):
            message, hint = f"{self.origin} did not answer in time", "try again later"
        else:
            message = f"{self.origin} dropped the connection: {self.scrub(_reason(causes))}"
            hint = "try again later"
        return TransientError(
            EndpointError(message, hint=hint, retryable=True), unreached=unreached
        )


def _address(base_url: str) -> SplitResult:
    try:
        address = urlsplit(base_url)
        valid = address.scheme in {"http", "https"} and address.hostname and address.port != 0
    except ValueError:
        valid = False
    if not valid:
        # A URL may hold a password, so only its scheme is shown.
        scheme = base_url.partition("://")[0] if "://" in base_url else ""
        found = f"begins with {scheme}://" if scheme else "has no scheme"
        raise InputError(
            f"the base URL is not a usable http or https URL: it {found}",
            hint="write it like http://127.0.0.1:8080/v1",
        )
    return address


def _hint(status: int, model: str, structured: bool) -> str:
    taken = "a JSON Schema response_format" if structured else "chat completions"
    return {
        401: "check OPENAI_API_KEY",
        403: f"the key may not use model {model!r}: check OPENAI_API_KEY, or name another model",
        404: f"check the model name {model!r} and --base-url, which usually ends in /v1",
    }.get(status, f"check that the endpoint and model {model!r} take {taken}")


def _said(error: openai.APIStatusError) -> str:
    """The endpoint's own words, as deep as they are wrapped."""
    body = error.body
    if isinstance(body, dict):
        body = next((body[k] for k in ("message", "detail", "error") if body.get(k)), body)
    return str(body or "")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error.__cause__
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _reason(causes: list[BaseException]) -> str:
    """Why no connection came about or lasted, in words."""
    for cause in causes:
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused"
        if isinstance(cause, socket.gaierror):
            return "the host name does not resolve"
        if isinstance(cause, ssl.SSLError):
            return f"TLS failed ({cause.reason or cause})"
        if isinstance(cause, httpx2.ConnectTimeout):
            return "no answer in time"
    return str(causes[0]) or type(causes[0]).__name__ if causes else "no reason given"
