"""What goes over the wire to an OpenAI-compatible endpoint, and what comes back."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from summarizer.schema import StageUsage

T = TypeVar("T")
Sampling = dict[str, str | int | float | bool | None]

# Models that refuse max_tokens and a temperature of their own, under any prefix a router gives.
_REASONING_MODEL = re.compile(r"(?:^|/)(?:gpt-[5-9]|o\d)", re.IGNORECASE)
_REFUSAL = re.compile(
    r"unsupported|not supported|support|unrecogni[sz]ed|unknown|unexpected|not permitted"
    r"|not allowed|extra|invalid",
    re.IGNORECASE,
)
_PARAMETERS = (
    "max_tokens",
    "max_completion_tokens",
    "temperature",
    "seed",
    "logprobs",
    "top_logprobs",
)
# For a word that is not among the likeliest: about what the last of them has.
_LEAST = -12.0
_LOGPROBS = frozenset(["logprobs", "top_logprobs"])
# The most that the OpenAI API gives; "yes" and "no" are nearly always among the first few, which is
# all that some endpoints give.
_TOP, _TOP_FEW = 20, 5
# Signs that tokenizers write for a space before a word.
_SPACES = "▁Ġ"
# A model that thinks before it answers needs room to do so.
_THINKING_TOKENS = 2_000


@dataclass(frozen=True)
class Dialect:
    """The parameters that an endpoint takes.

    Attributes:
        limit: name of the parameter that bounds the reply's tokens.
        limit_learned: an endpoint refused the other name, so that it is not tried again.
        sampling: ``temperature`` and ``seed``, where they are taken.
        top_logprobs: of how many tokens the probabilities are asked for; 0 where none are given.
        thinks: the model writes tokens of its own before its answer.
    """

    limit: str
    sampling: tuple[tuple[str, float | int], ...]
    limit_learned: bool = False
    top_logprobs: int = _TOP
    thinks: bool = False

    @classmethod
    def of(cls, model: str, host: str, *, temperature: float, seed: int) -> Dialect:
        """What is known beforehand about ``model`` at ``host``."""
        thinks = bool(_REASONING_MODEL.search(model))
        if host == "openai.com" or host.endswith(".openai.com") or thinks:
            return cls("max_completion_tokens", (), thinks=thinks)
        return cls("max_tokens", (("temperature", temperature), ("seed", seed)))

    def parameters(self, max_tokens: int) -> dict[str, float | int]:
        """The parameters of a request for at most ``max_tokens``."""
        return {self.limit: max_tokens, **dict(self.sampling)}

    def one_token(self) -> dict[str, float | int | bool]:
        """The parameters of a question whose answer is its first token."""
        if self.thinks:
            return self.parameters(_THINKING_TOKENS)
        grades = {"logprobs": True, "top_logprobs": self.top_logprobs} if self.top_logprobs else {}
        return {**self.parameters(1), **grades}

    def thinking(self) -> Dialect:
        """The same for a model that writes something before its answer."""
        return replace(self, thinks=True)

    def without(self, refused: frozenset[str]) -> Dialect:
        """The dialect that does without the refused parameters; itself when it cannot."""
        kept = tuple(pair for pair in self.sampling if pair[0] not in refused)
        narrowed = replace(self, sampling=kept, top_logprobs=self._fewer(refused))
        if self.limit not in refused or self.limit_learned:
            return narrowed
        other = "max_tokens" if self.limit == "max_completion_tokens" else "max_completion_tokens"
        return replace(narrowed, limit=other, limit_learned=True)

    def _fewer(self, refused: frozenset[str]) -> int:
        if not refused & _LOGPROBS:
            return self.top_logprobs
        # Perhaps only their number was too high.
        return _TOP_FEW if "logprobs" not in refused and self.top_logprobs > _TOP_FEW else 0


def refused_parameters(said: str) -> frozenset[str]:
    """The parameters that an endpoint's refusal calls unsupported; empty when it names none.

    Without the extras that the probabilities are, a question can still be asked: they count as
    refused wherever they are named.
    """
    named = {p for p in _PARAMETERS if re.search(rf"(?<![a-z_]){p}(?![a-z_])", said)}
    return frozenset(named if _REFUSAL.search(said) else named & _LOGPROBS)


def enforced(body: dict[str, Any]) -> dict[str, Any]:
    """A request body whose schema the endpoint has to keep to.

    instructor leaves ``strict`` out, and an endpoint may then take the schema as a suggestion.
    """
    response_format = body["response_format"]
    json_schema = response_format["json_schema"]
    schema = _closed(json_schema["schema"])
    json_schema = {**json_schema, "strict": True, "schema": schema}
    return {**body, "response_format": {**response_format, "json_schema": json_schema}}


def _closed(schema: Any) -> Any:
    """A JSON Schema in which every object with properties refuses others."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(part) for key, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        closed["additionalProperties"] = False
    return closed


def _none_if_wrong(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    try:
        return read(value)
    except ValidationError:
        return None


# Extras that no answer should be lost over.
Lenient = Annotated[T | None, WrapValidator(_none_if_wrong)]


class Turn(BaseModel):
    """The model's message."""

    content: str | None = None
    refusal: str | None = None


class Alternative(BaseModel):
    """A token that might have stood in a place, and the natural logarithm of its probability."""

    token: str
    logprob: float


class Place(BaseModel):
    """One token of an answer, with what might have stood there."""

    top_logprobs: tuple[Alternative, ...]


class Probabilities(BaseModel):
    """The tokens of an answer."""

    content: tuple[Place, ...]


class Choice(BaseModel):
    """One answer."""

    message: Turn
    finish_reason: str | None = None
    logprobs: Lenient[Probabilities] = None

    def log_odds(self) -> float | None:
        """Of "yes" against "no" as first token; None where the endpoint does not tell."""
        places = self.logprobs.content if self.logprobs else ()
        shares = {"yes": 0.0, "no": 0.0}
        for alternative in places[0].top_logprobs if places else ():
            word = alternative.token.lstrip(_SPACES).strip().lower()
            # An endpoint's word is no proof that it is a probability.
            if word in shares and not math.isnan(alternative.logprob):
                shares[word] += math.exp(min(0.0, alternative.logprob))
        if not any(shares.values()):
            return None
        least = math.exp(_LEAST)
        return math.log(max(shares["yes"], least) / max(shares["no"], least))


class PromptDetails(BaseModel):
    """Where the prompt's tokens came from."""

    cached_tokens: Lenient[int] = None


class TokenCounts(BaseModel):
    """Tokens of one exchange."""

    prompt_tokens: Lenient[int] = None
    completion_tokens: Lenient[int] = None
    prompt_tokens_details: Lenient[PromptDetails] = None


class Timings(BaseModel):
    """llama.cpp's own clock, milliseconds."""

    prompt_ms: float
    predicted_ms: float


class Completion(BaseModel):
    """A chat completion, as far as it is used here."""

    choices: tuple[Choice, ...]
    usage: Lenient[TokenCounts] = None
    timings: Lenient[Timings] = None

    def said(self) -> str:
        """The text of the first answer; empty where there is none."""
        return (self.choices[0].message.content or "") if self.choices else ""

    def cut(self) -> bool:
        """Whether the first answer ran into its limit of tokens."""
        return bool(self.choices) and self.choices[0].finish_reason == "length"

    def spent(self) -> StageUsage:
        """Tokens and server time; calls and seconds are not the endpoint's to count."""
        tokens = self.usage or TokenCounts()
        details = tokens.prompt_tokens_details or PromptDetails()
        clock = self.timings
        return StageUsage(
            input_tokens=tokens.prompt_tokens,
            cached_tokens=details.cached_tokens,
            output_tokens=tokens.completion_tokens,
            server_seconds=(clock.prompt_ms + clock.predicted_ms) / 1000 if clock else None,
        )


class ListedModel(BaseModel):
    """One entry of :class:`ModelList`."""

    id: str


class ModelList(BaseModel):
    """The answer of ``/models``."""

    data: tuple[ListedModel, ...]

    def names(self) -> list[str]:
        """In the endpoint's order."""
        return [model.id for model in self.data]
