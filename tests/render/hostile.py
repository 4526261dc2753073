"""Text that would like to be more than text."""

from __future__ import annotations

from summarizer.schema import Summary
from tests.factories import make_claim, make_document, make_summary

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    "</title><img src=x onerror=alert(1)>",
    '" onclick="alert(1)" x="',
    "' onmouseover='alert(1)",
    "<a href='javascript:alert(1)'>here</a>",
    "[here](javascript:alert(1))",
    "<!-- x --> <![CDATA[ y ]]> <?php z ?>",
    "{{ 7*7 }} {% x %} ${7*7} #{7*7}",
    "&lt;b&gt; &#60; &amp;amp;",
    "a\u2028b\u2029c",
    "\x00\x1b[31m\x07\x85",
)


def saying(words: str) -> Summary:
    """A summary in which everything that can be text of a source or a model is ``words``."""
    document = make_document(f"Title\nOne {words.translate({10: ' '})} two.\n", title=words)
    about = {"source": words, "outlet": words, "section": words, "byline": words}
    document = document.model_copy(update=about)
    said = ({"source": words, "kind": "person", "cue": None},)
    seen = ({"check": words, "severity": "mild", "message": words},)
    claim = make_claim(document, 1, 2, words, id=words, attribution=said, findings=seen)
    line = {"text": words, "claims": (words,)}
    event = {"start": words, "end": words, "precision": "day", **line}
    fields = {
        "document": document,
        "headline": line,
        "summary": (line,),
        "key_points": (line,),
        "claims": (claim,),
        "rejected": (claim.model_copy(update={"id": f"{words}2"}),),
        "open_questions": ({"text": words, "claim": words},),
        "timeline": (event,),
    }
    return Summary.model_validate(make_summary().model_dump() | fields)
