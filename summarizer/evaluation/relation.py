"""stub"""
from __future__ import annotations
from dataclasses import dataclass

@dataclass(frozen=True)
class Statement:
    id: str
    text: str
    evidence: tuple[tuple[tuple[int, int], ...], ...] = ()
    sources: tuple[str, ...] = ()

@dataclass(frozen=True)
class Relation:
    kind: str

def relate(gold, predicted):
    return Relation("equivalent" if gold.text == predicted.text else "none")
