"""Scores of briefing notes on stories that are labelled by hand."""
