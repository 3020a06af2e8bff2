"""Phases, lessons and exercises, as content declares them."""

from amends.journey.answers import Answers, Change, Row, Value, Version, changes
from amends.journey.errors import ContentErrors
from amends.journey.evidence import Evidence
from amends.journey.feeding import feeds
from amends.journey.parsing import Parsed, Typed, parse
from amends.journey.program import Program
from amends.journey.sentences import Sentences, check_sentences
from amends.journey.sheet import SCALE, TYPES, Exercise, Field, Phase
from amends.journey.steps import Step, is_finished, next_steps, unmet
from amends.journey.wording import NeverWords

__all__ = [
    "SCALE",
    "TYPES",
    "Answers",
    "Change",
    "ContentErrors",
    "Evidence",
    "Exercise",
    "Field",
    "NeverWords",
    "Parsed",
    "Phase",
    "Program",
    "Row",
    "Sentences",
    "Step",
    "Typed",
    "Value",
    "Version",
    "changes",
    "check_sentences",
    "feeds",
    "is_finished",
    "next_steps",
    "parse",
    "unmet",
]
