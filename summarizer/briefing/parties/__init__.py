"""People and organisations of a note."""

from summarizer.briefing.parties.listing import parties

__all__ = ["parties"]
