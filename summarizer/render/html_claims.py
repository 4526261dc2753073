"""The claims of an HTML page: one item each, and the controls that filter them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.render.html_sources import sentence_anchor
from summarizer.render.markup import Raw, element, joined
from summarizer.render.page import Page, PageClaim, Voice
from summarizer.schema import Commitment

_MANY = 8  # claims that one line cites before the rest waits to be asked for

MEANINGS: Mapping[Commitment, str] = {
    "factual": "stated as a fact",
    "reported": "hedged by “reportedly”, or resting on unnamed sources",
    "possible": "may or might be, believed, alleged",
    "intended": "a plan, promise or order not yet carried out",
    "forecast": "a projection or a condition",
    "denied": "somebody in the chain denies it",
    "unknown": "said not to be known",
}


def claim_anchor(number: int) -> str:
    """Id of a claim in the page."""
    return f"claim-{number}"


class Citations:
    """Writes ids of claims as links to them."""

    def __init__(self, claims: Iterable[PageClaim]) -> None:
        self._numbers = {claim.view.id: claim.number for claim in claims if not claim.rejected}

    def __call__(self, ids: Sequence[str]) -> Raw:
        """All ids; those beyond the first few on demand. Nothing without any."""
        if not ids:
            return Raw("")
        links = [self._link(claim) for claim in ids]
        rest = links[_MANY:]
        parts = [Raw(" ".join(links[:_MANY]))]
        if rest:
            asked = element("summary", f"and {len(rest)} more")
            parts += [Raw(" "), element("details", asked, " ", Raw(" ".join(rest)))]
        return joined(" ", element("span", *parts, class_="cites"))

    def _link(self, claim: str) -> Raw:
        number = self._numbers.get(claim)
        if number is None:
            return element("bdi", claim)
        return element("a", claim, href=f"#{claim_anchor(number)}")


def claims_section(page: Page) -> Iterator[Raw]:
    """The filters, the accepted claims and, on demand, the rejected ones."""
    places = {source.id: place for place, source in enumerate(page.sources)}
    voices = {voice: n for n, voice in enumerate(_voices(page.claims))}
    if page.claims:
        yield _filters(page, places, voices)
        yield _legend()

    def listed(claims: Sequence[PageClaim]) -> Raw:
        items = (_claim(claim, places[claim.source], voices) for claim in claims)
        return element("ol", *items, class_="claims", role="list")

    if page.accepted:
        yield listed(page.accepted)
    if page.rejected:
        count = len(page.rejected)
        heading = element("h3", f"Rejected by the checks ({count})")
        yield element(
            "details",
            element("summary", heading),
            element("p", "Not to be relied on: each with the reason.", class_="about"),
            listed(page.rejected),
            class_="rejected",
        )


def _voices(claims: Iterable[PageClaim]) -> list[Voice]:
    found = Counter(voice for claim in claims for voice in set(claim.voices))
    return sorted(found, key=lambda voice: (-found[voice], voice.name, voice.kind or ""))


def _filters(page: Page, places: Mapping[str, int], voices: Mapping[Voice, int]) -> Raw:
    selects = []
    if len(page.sources) > 1:
        sources = [(f"{s.id} {s.name}", f"{places[s.id]}") for s in page.sources]
        selects.append(_select("source", "Source", sources))
    used = {claim.commitment for claim in page.claims}
    commitments = [(c.capitalize(), c) for c in MEANINGS if c in used]
    selects.append(_select("commitment", "Commitment", commitments))
    said = [(f"{v.name} ({v.kind})" if v.kind else v.name, f"{n}") for v, n in voices.items()]
    selects.append(_select("voice", "Who says so", said))
    return element(
        "div",
        *selects,
        element("button", "Show all", type="button", id="reset", hidden=True),
        element("p", role="status", id="count"),
        class_="filters controls",
        role="group",
        aria_label="Filter claims",
    )


def _select(key: str, label: str, options: Iterable[tuple[str, str]]) -> Raw:
    choices = [element("option", "All", value="")]
    choices += [element("option", words, value=value) for words, value in options]
    control = element("select", *choices, id=f"by-{key}", data_by=key, autocomplete="off")
    return element("label", f"{label} ", control)


def _legend() -> Raw:
    terms = (
        element("div", element("dt", word.capitalize()), element("dd", meaning))
        for word, meaning in MEANINGS.items()
    )
    asked = element("summary", "What the words for commitment mean")
    return element("details", asked, element("dl", *terms), class_="legend")


def _claim(claim: PageClaim, place: int, voices: Mapping[Voice, int]) -> Raw:
    view = claim.view
    own = claim_anchor(claim.number)
    target = sentence_anchor(place, claim.sentence) if claim.sentence else own
    details = (
        part
        for detail in view.details
        for part in (element("dt", detail.label), element("dd", detail.text, dir="auto"))
    )
    return element(
        "li",
        element(
            "div",
            element("a", view.id, href=f"#{target}"),
            " ",
            element("bdi", view.text),
            " ",
            element("i", view.commitment),
            class_="words",
        ),
        element("dl", *details),
        class_="claim",
        id=own,
        data_source=f"{place}",
        data_commitment=claim.commitment,
        data_voice=" ".join(dict.fromkeys(f"{voices[voice]}" for voice in claim.voices)),
    )
