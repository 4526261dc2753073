"""What the HTML page of a large note weighs and costs.

Run by hand::

    python benchmarks/page_size.py

The note is made up: 20,000 words in ten sources, 2,000 claims, every list filled. Prints bytes, the
time to render, and, with Chromium and Playwright, the time from opening the file until the script
is ready and a click has marked a claim's words. The aim: 3 MB, and interactive within a second.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.briefing.schema import (
    BriefingNote,
    Cluster,
    Conflict,
    Figure,
    Judgement,
    NoteEvent,
    NoteQuestion,
    NoteSource,
    Part,
    Party,
    Resolution,
    Side,
)
from summarizer.render.html import render_html
from summarizer.schema import (
    Attribution,
    Claim,
    Coverage,
    DateMention,
    Document,
    Evidence,
    Finding,
    Provenance,
    Quantity,
    Sentence,
    Statement,
    Usage,
)

SOURCES = 10
CLAIMS_A_SENTENCE = 2
WORDS = (
    "harbour council bridge keeper winter toll ferry budget engineer storm lantern quarry market "
    "teacher river signal garden railway miller archive pilot summer window letter village court "
    "north early quiet narrow public broken steady costly distant wooden closed opened counted "
    "repaired measured promised delayed after before during across under between within against"
).split()
MADE = Provenance(
    model="none",
    endpoint="none",
    mode="none",
    prompts={},
    schema_version="1",
    package_version="0",
    parameters={},
)
CHROMIUM_HINT = "not measured in a browser: apt-get install chromium; pip install playwright"


def document_of(number: int, words: int, draw: random.Random) -> Document:
    """A source of about this many words, five sentences to a paragraph."""
    text = ""
    sentences: list[Sentence] = []
    while len(sentences) * 20 < words:
        sentence = " ".join(draw.choices(WORDS, k=20)).capitalize() + "."
        start = len(text)
        text += sentence
        sentences.append(Sentence(id=len(sentences) + 1, start=start, end=len(text), kind="body"))
        text += "\n\n" if len(sentences) % 5 == 0 else " "
    return Document(
        source=f"source-{number}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=f"What the {draw.choice(WORDS)} of the {draw.choice(WORDS)} says",
        outlet=f"The {draw.choice(WORDS).capitalize()} Post",
        section=None,
        byline=None,
        published=f"2031-05-{number:02}",
        language="en",
        text=text,
        sentences=tuple(sentences),
    )


def claims_of(source: NoteSource, draw: random.Random) -> Iterator[Claim]:
    """Claims on every sentence: one on all of it, the other on a part, which cross each other."""
    document, number = source.document, 0
    for sentence in document.sentences:
        for part in range(CLAIMS_A_SENTENCE):
            number += 1
            end = sentence.end - 30 * part
            span = document.span(sentence.start + 20 * part, end)
            evidence = Evidence(sentence=sentence.id, **span.model_dump())
            yield claim_of(f"{source.id}.c{number}", evidence, draw)


def claim_of(name: str, evidence: Evidence, draw: random.Random) -> Claim:
    """A claim with a chain, a number and a date, and a finding for every tenth."""
    link = Attribution(source=f"the {draw.choice(WORDS)} office", kind="organisation", cue=None)
    amount = draw.randrange(10, 90_000)
    quantity = Quantity(
        text=f"{amount:,}",
        value=amount,
        high=None,
        unit=None,
        modifier="exact",
        of="bridges",
        compared_with=None,
    )
    date = DateMention(
        text="2 June", start="2031-06-02", end="2031-06-02", precision="day", anchor="published"
    )
    finding = Finding(check="citation", severity="mild", message="moved from the next sentence")
    return Claim(
        id=name,
        text=" ".join(draw.choices(WORDS, k=14)).capitalize() + ".",
        importance=0.5,
        support=0.9,
        negated=False,
        evidence=(evidence,),
        attribution=(link,) if amount % 3 else (),
        commitment="intended" if amount % 5 == 0 else "factual",
        quantities=(quantity,) if amount % 4 == 0 else (),
        dates=(date,) if amount % 4 == 1 else (),
        entities=(),
        findings=(finding,) if amount % 10 == 0 else (),
    )


def note_of(words: int, seed: int) -> BriefingNote:
    """The whole note."""
    draw = random.Random(seed)
    sources = tuple(
        NoteSource(id=f"s{n}", document=document_of(n, words // SOURCES, draw), origin_of=())
        for n in range(1, SOURCES + 1)
    )
    claims = tuple(claim for source in sources for claim in claims_of(source, draw))

    def some(most: int) -> tuple[str, ...]:
        return tuple(claim.id for claim in draw.sample(claims, draw.randint(1, most)))

    return BriefingNote(
        sources=sources,
        claims=claims,
        rejected=tuple(c.model_copy(update={"id": f"{c.id}x"}) for c in claims[::20]),
        bottom_line=tuple(Statement(text=c.text, claims=some(3)) for c in claims[:3]),
        key_judgements=tuple(
            Judgement(text=c.text, confidence="moderate", claims=some(4)) for c in claims[:8]
        ),
        background=tuple(Statement(text=c.text, claims=some(2)) for c in claims[:40]),
        clusters=tuple(clusters_of(claims)),
        conflicts=tuple(conflict_of(claims[n : n + 2]) for n in range(0, 80, 2)),
        timeline=tuple(event_of(claim) for claim in claims if claim.dates),
        people=tuple(party_of(f"Person {n}", some(30)) for n in range(80)),
        organisations=tuple(party_of(f"Office {n}", some(60)) for n in range(60)),
        numbers=tuple(
            Figure(quantity=c.quantities[0], text=c.text, claims=(c.id,))
            for c in claims
            if c.quantities
        ),
        open_questions=tuple(
            NoteQuestion(text=c.text, claims=(c.id,), state="open", answered_by=())
            for c in claims[:60]
        ),
        focus=None,
        changes=None,
        parts=(Part(title="A large note", sources=tuple(s.id for s in sources)),),
        notices=(),
        failures=(),
        coverage={
            s.id: Coverage(body_sentences=100, cited=100, uncited=(), failed=()) for s in sources
        },
        usage=Usage(),
        provenance=MADE,
    )


def clusters_of(claims: Sequence[Claim]) -> Iterator[Cluster]:
    """A third of the claims in threes, the rest alone."""
    third = len(claims) // 3
    groups = [claims[n : n + 3] for n in range(0, third, 3)]
    groups += [[claim] for claim in claims[third:]]
    for number, group in enumerate(groups):
        ids = tuple(claim.id for claim in group)
        sources = tuple(dict.fromkeys(name.partition(".")[0] for name in ids))
        yield Cluster(
            id=f"k{number}", text=group[0].text, claims=ids, sources=sources, origins=("Office",)
        )


def conflict_of(claims: Sequence[Claim]) -> Conflict:
    """The claims as sides of a conflict."""
    sides = tuple(Side(text=c.text, claims=(c.id,), sources=(c.id.split(".")[0],)) for c in claims)
    return Conflict(
        about="the bridges",
        kind="number",
        sides=sides,
        resolution=Resolution(state="open", side=None, reason="neither takes it back"),
    )


def event_of(claim: Claim) -> NoteEvent:
    """The claim as an event."""
    day = "2031-06-02"
    return NoteEvent(start=day, end=day, precision="day", text=claim.text, claims=(claim.id,))


def party_of(name: str, claims: tuple[str, ...]) -> Party:
    """Somebody whom these claims mention."""
    return Party(name=name, aliases=(name.lower(),), roles=("keeper",), claims=claims)


def in_browser(page: str, rounds: int) -> None:
    """Print the best of some openings of the page."""
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print(CHROMIUM_HINT)
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "note.html"
        file.write_text(page, "utf-8")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times = []
        for _ in range(rounds):
            opened = browser.new_page(viewport={"width": 1440, "height": 900})
            start = time.perf_counter()
            opened.goto(file.as_uri(), wait_until="domcontentloaded")
            opened.wait_for_selector("html.ready")
            ready = time.perf_counter()
            opened.click("#bottom-line .cites a")
            opened.wait_for_selector("mark[aria-current]")
            clicked = time.perf_counter()
            inside = opened.evaluate(INTERACTIVE)
            longest = opened.evaluate(SLOWEST_SELECTION)
            times.append((ready - start, clicked - ready, inside / 1000, longest / 1000))
            opened.close()
        browser.close()
    print(f"{'round':>8} {'ready s':>8} {'first click s':>14} {'DOM s':>8} {'next claim s':>13}")
    for number, (ready_in, click, dom, selection) in enumerate(times, start=1):
        print(f"{number:>8} {ready_in:>8.3f} {click:>14.3f} {dom:>8.3f} {selection:>13.3f}")


INTERACTIVE = "performance.getEntriesByType('navigation')[0].domInteractive"
# Clicks on claims all over the list; the slowest, with the layout that it forces, in milliseconds.
SLOWEST_SELECTION = """() => {
  const links = [...document.querySelectorAll("#claims .claim > .words > a")];
  let slowest = 0;
  for (let n = 0; n < links.length; n += 97) {
    const start = performance.now();
    links[n].click();
    document.querySelector("mark[aria-current]").getBoundingClientRect();
    slowest = Math.max(slowest, performance.now() - start);
  }
  return slowest;
}"""


def main() -> None:
    """Make the note, render it, open it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path, help="keep the page here")
    options = parser.parse_args()
    note = note_of(options.words, seed=1)
    start = time.perf_counter()
    page = render_html(note)
    took = time.perf_counter() - start
    words = sum(len(source.document.text.split()) for source in note.sources)
    print(f"{words:,} words, {len(note.claims):,} claims, {len(note.rejected):,} rejected")
    print(f"{len(page.encode()):,} bytes, rendered in {took:.2f} s")
    if options.output:
        options.output.write_text(page, "utf-8")
    in_browser(page, options.rounds)


if __name__ == "__main__":
    main()
