"""Dangers, helplines, and reading content that is a table."""

from amends.safety.answers import InstrumentAnswers
from amends.safety.danger import NO_DANGER, Danger, Records
from amends.safety.dangers import dangers
from amends.safety.directory import (
    Unchecked,
    check_helplines,
    countries,
    fallback,
    helplines,
    unchecked_helplines,
)
from amends.safety.helpline import Country, Helpline
from amends.safety.instrument import SHOWN, Instrument, Item, Level, hash_of
from amends.safety.instrument_file import check_instruments, load_instruments
from amends.safety.keys import (
    FLAG,
    NUMBER,
    NUMBERS,
    TABLES,
    TEXT,
    TEXTS,
    Key,
    Kind,
    check_keys,
    did_you_mean,
    nearest,
    one_of,
)
from amends.safety.private import is_private
from amends.safety.screening import (
    Rest,
    ScreeningAnswers,
    rest_after,
    resting_until,
    screening_is_due,
)
from amends.safety.screening_file import (
    Question,
    Screening,
    check_screenings,
    load_screenings,
)
from amends.safety.table import load_table

__all__ = [
    "FLAG",
    "NO_DANGER",
    "NUMBER",
    "NUMBERS",
    "SHOWN",
    "TABLES",
    "TEXT",
    "TEXTS",
    "Country",
    "Danger",
    "Helpline",
    "Instrument",
    "InstrumentAnswers",
    "Item",
    "Key",
    "Kind",
    "Level",
    "Question",
    "Records",
    "Rest",
    "Screening",
    "ScreeningAnswers",
    "Unchecked",
    "check_helplines",
    "check_instruments",
    "check_keys",
    "check_screenings",
    "countries",
    "dangers",
    "did_you_mean",
    "fallback",
    "hash_of",
    "helplines",
    "is_private",
    "load_instruments",
    "load_screenings",
    "load_table",
    "nearest",
    "one_of",
    "rest_after",
    "resting_until",
    "screening_is_due",
    "unchecked_helplines",
]
