"""The eval harness: gold data, alignment, scores, statistics, recordings, a gate, reports.

Scoring is code only: no model, no network. Nothing here is imported by the rest of the package.
"""
