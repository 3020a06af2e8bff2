"""Phases, lessons and exercises, as content declares them."""

from amends.journey.errors import ContentErrors
from amends.journey.evidence import Evidence
from amends.journey.program import Program
from amends.journey.sheet import SCALE, TYPES, Exercise, Field, Phase

__all__ = [
    "SCALE",
    "TYPES",
    "ContentErrors",
    "Evidence",
    "Exercise",
    "Field",
    "Phase",
    "Program",
]
