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
from amends.practice.lapse import Debrief, Ridden, days_to_return, ridden
from amends.practice.moved_on import MovedOn
from amends.practice.people import Supporter, supporters, whose_turn
from amends.practice.private import is_inner, never_exported
from amends.practice.strength import NEARLY_AFTER, Mark, Pause, strength, strengths
from amends.practice.urge import STRONGEST, WAVE, Level, Urge, UrgeOffScale, what_helped
from amends.practice.wave import Fall, Waves, fall_of, wave_height, waves_of

WRITTEN = (Drives, Fury, Urge, Habit, Debrief, Closing, MovedOn)
"""The records of this room that hold words: `said` returns them, to look for signs of danger."""

__all__ = [
    "DRIVES",
    "FELT",
    "HIGH",
    "KEPT_DAYS",
    "MOST_HABITS",
    "NEARLY_AFTER",
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
    "Fall",
    "Fury",
    "Habit",
    "HabitDays",
    "HabitExample",
    "IfThen",
    "Level",
    "Mark",
    "Motive",
    "MovedOn",
    "Opening",
    "Pause",
    "PauseEndsBeforeItBegins",
    "Ridden",
    "Supporter",
    "Urge",
    "UrgeOffScale",
    "Waves",
    "are_all_to_be_seen",
    "check_calm",
    "check_habit_examples",
    "closed",
    "course",
    "days_to_return",
    "end_habit",
    "fall_of",
    "heated",
    "is_hidden",
    "is_inner",
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
