"""What is done again and again: habits, urges, lapses, days, loops of thought."""

from amends.practice.archive import Archive, is_hidden
from amends.practice.calm import Breath, Calm, CalmHelped, CalmStep
from amends.practice.calm_file import check_calm, load_calm
from amends.practice.closing import Closing, ClosingLine, Opening, closed
from amends.practice.drives import DRIVES, FELT, HIGH, DriveOffScale, Drives, heated
from amends.practice.fury import KEPT_DAYS, Fury
from amends.practice.habit import (
    MOST_HABITS,
    Ending,
    Habit,
    HabitDays,
    IfThen,
    Motive,
    PauseEndsBeforeItBegins,
    are_all_to_be_seen,
    end_habit,
    take_up_habit,
)
from amends.practice.habit_file import HabitExample, check_habit_examples, load_habit_examples
from amends.practice.journal import (
    OUTCOMES,
    Evening,
    JournalPage,
    NoSuchOutcome,
    Sitting,
    evening,
    evening_of,
)
from amends.practice.lapse import Debrief, Ridden, days_to_return, ridden
from amends.practice.looping import Heard, Judgement, is_night, judge
from amends.practice.moved_on import MovedOn
from amends.practice.people import Supporter, supporters, whose_turn
from amends.practice.private import is_inner, never_exported
from amends.practice.prompts import PROMPT_KINDS, Prompt, Prompts, check_prompts
from amends.practice.strength import NEARLY_AFTER, Mark, Pause, strength, strengths
from amends.practice.turns import Turns, check_turns
from amends.practice.unsent import UnsentLetter
from amends.practice.urge import STRONGEST, WAVE, Level, Urge, UrgeOffScale, what_helped
from amends.practice.wave import Fall, Waves, fall_of, wave_height, waves_of

WRITTEN = (Drives, Fury, Urge, Habit, Debrief, Closing, MovedOn, JournalPage, UnsentLetter)
"""The records of this room that hold words: `said` returns them, to look for signs of danger."""

__all__ = [
    "DRIVES",
    "FELT",
    "HIGH",
    "KEPT_DAYS",
    "MOST_HABITS",
    "NEARLY_AFTER",
    "OUTCOMES",
    "PROMPT_KINDS",
    "STRONGEST",
    "WAVE",
    "WRITTEN",
    "Archive",
    "Breath",
    "Calm",
    "CalmHelped",
    "CalmStep",
    "Closing",
    "ClosingLine",
    "Debrief",
    "DriveOffScale",
    "Drives",
    "Ending",
    "Evening",
    "Fall",
    "Fury",
    "Habit",
    "HabitDays",
    "HabitExample",
    "Heard",
    "IfThen",
    "JournalPage",
    "Judgement",
    "Level",
    "Mark",
    "Motive",
    "MovedOn",
    "NoSuchOutcome",
    "Opening",
    "Pause",
    "PauseEndsBeforeItBegins",
    "Prompt",
    "Prompts",
    "Ridden",
    "Sitting",
    "Supporter",
    "Turns",
    "UnsentLetter",
    "Urge",
    "UrgeOffScale",
    "Waves",
    "are_all_to_be_seen",
    "check_calm",
    "check_habit_examples",
    "check_prompts",
    "check_turns",
    "closed",
    "course",
    "days_to_return",
    "end_habit",
    "evening",
    "evening_of",
    "fall_of",
    "heated",
    "is_hidden",
    "is_inner",
    "is_night",
    "judge",
    "load_calm",
    "load_habit_examples",
    "never_exported",
    "ridden",
    "strength",
    "strengths",
    "supporters",
    "take_up_habit",
    "wave_height",
    "waves_of",
    "what_helped",
    "whose_turn",
]
