"""What is done again and again: habits, urges, lapses, days, loops of thought."""

from amends.practice.urge import STRONGEST, WAVE, Level, Urge, UrgeOffScale

WRITTEN = (Urge,)
"""The records of this room that hold words: `said` returns them, to look for signs of danger."""

__all__ = [
    "STRONGEST",
    "WAVE",
    "WRITTEN",
    "Level",
    "Urge",
    "UrgeOffScale",
]
