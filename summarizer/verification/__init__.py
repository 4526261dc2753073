"""Judging claims written by anyone against a document.

``index`` finds the sentences that a claim may rest on, ``parts`` cuts a claim into what it says,
``judge`` runs the checks on each part with each evidence that may carry it, ``scorer`` turns what
they saw into a calibrated score, ``entailment`` asks a model, and ``verify`` puts them together.
"""

from __future__ import annotations

from summarizer.verification.verify import averify as averify
from summarizer.verification.verify import verify as verify
