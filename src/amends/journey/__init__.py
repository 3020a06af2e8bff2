"""Phases, lessons and exercises, as content declares them."""

from amends.journey.answers import Answers, Change, Entry, Row, Value, Version, changes
from amends.journey.errors import ContentErrors
from amends.journey.evidence import Evidence
from amends.journey.feeding import feeds
from amends.journey.naming import Named, named
from amends.journey.parsing import Parsed, Typed, parse
from amends.journey.program import Program
from amends.journey.sentences import Sentences, check_sentences
from amends.journey.sheet import SCALE, TYPES, Exercise, Field, Phase, Tool
from amends.journey.steps import Step, is_finished, next_steps, on_the_way, unmet
from amends.journey.word_list import (
    OwnWords,
    Turn,
    WordGroup,
    WordList,
    WordLists,
    changed_lists,
    tidy,
)
from amends.journey.wording import Level, Lint

__all__ = [
    "SCALE",
    "TYPES",
    "Answers",
    "Change",
    "ContentErrors",
    "Entry",
    "Evidence",
    "Exercise",
    "Field",
    "Level",
    "Lint",
    "Named",
    "OwnWords",
    "Parsed",
    "Phase",
    "Program",
    "Row",
    "Sentences",
    "Step",
    "Tool",
    "Turn",
    "Typed",
    "Value",
    "Version",
    "WordGroup",
    "WordList",
    "WordLists",
    "changed_lists",
    "changes",
    "check_sentences",
    "feeds",
    "is_finished",
    "named",
    "next_steps",
    "on_the_way",
    "parse",
    "tidy",
    "unmet",
]
