"""The error tree.

::

    SummarizerError
    ├── InputError                 what the caller gave cannot be used (exit code 2)
    │   ├── SourceError            a source cannot be read as text
    │   ├── ModelNameError         the model that was named cannot be had
    │   ├── PromptError            a prompt file or its variables are wrong
    │   └── GoldError              gold data, thresholds or a recording is malformed or missing
    └── RunError                   the work failed at run time (exit code 3)
        ├── EndpointError          the model endpoint refused, or could not be reached
        ├── ReplyError             the endpoint answered, and the answer cannot be used
        ├── DownloadError          a model could not be fetched or verified
        ├── EmbeddedServerError    the embedded model's server did not start, or died
        └── OutputError            the result could not be written

Every message is one line that says what was expected or done, what was found, and what to do next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.schema import StageUsage


class SummarizerError(Exception):
    """Root of every error that this package raises on purpose.

    Args:
        message: what went wrong, one line, without a final period.
        hint: what to do next, one line, or empty.
    """

    exit_code: int = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        self.message = " ".join(message.split())
        self.hint = " ".join(hint.split())
        super().__init__(f"{self.message}; {self.hint}" if self.hint else self.message)


class InputError(SummarizerError):
    """What the caller gave cannot be used."""

    exit_code = 2


class SourceError(InputError):
    """A source cannot be read as text."""


class ModelNameError(InputError):
    """The model that was named cannot be had: unknown name, missing key, missing extra."""


class PromptError(InputError):
    """A prompt file is malformed, or its variables do not match what it is given."""


class GoldError(InputError):
    """What an eval reads (gold data, pairs, thresholds, a recording) is malformed or missing."""


class RunError(SummarizerError):
    """The work failed at run time.

    Attributes:
        usage: what the failed tries cost, or None when nothing was sent.
    """

    usage: StageUsage | None = None


class EndpointError(RunError):
    """The model endpoint refused the request or could not be reached.

    Args:
        status: HTTP status code, or None when there was no answer.
        retryable: whether the same request may succeed later.
    """

    def __init__(
        self, message: str, *, hint: str = "", status: int | None = None, retryable: bool = False
    ) -> None:
        self.status = status
        self.retryable = retryable
        super().__init__(message, hint=hint)


class ReplyError(RunError):
    """The endpoint answered, and nothing in the answer can be used."""


class DownloadError(RunError):
    """A model could not be fetched, or what was fetched is not what the registry names."""


class EmbeddedServerError(RunError):
    """The embedded model's server did not start, or died."""


class OutputError(RunError):
    """The result could not be written."""
