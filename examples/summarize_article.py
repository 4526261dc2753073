"""Print the summary of one article as Markdown.

    python examples/summarize_article.py article.txt

The embedded model does the work. Name another one with the environment, such as
``SUMMARIZER_MODEL=openai:gpt-5-mini`` and ``OPENAI_API_KEY``.
"""

from __future__ import annotations

import sys

from summarizer import summarize
from summarizer.render import RENDERERS

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: summarize_article.py ARTICLE.txt")
    summary = summarize(sys.argv[1])
    print(RENDERERS["markdown"](summary), end="")
