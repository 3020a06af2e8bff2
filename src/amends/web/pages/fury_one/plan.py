"""Does what was written in fury sound like a plan to harm someone? The answer is not kept."""

from functools import cache

from amends.practice import Fury
from amends.text import Phrases, read_passage
from amends.web.content import reviewed, rules, words
from amends.web.pages.fury.form import choice

HEARD_AS = "threat"
"""The label under which the coach hears it."""


def sounds_like_plan(fury: Fury) -> bool:
    """Say whether the numbers are shown: made to miss little, since nothing is blocked by it."""
    if choice("kinds", fury.kind).get("near"):
        return True
    if any(one.label == HEARD_AS for one in reviewed(fury.said, "conflict").concerns):
        return True
    return bool(_phrases().find(read_passage(fury.said, rules().words)))


@cache
def _phrases() -> Phrases:
    return Phrases(words("drives")["plan"]["phrases"], rules().words)
