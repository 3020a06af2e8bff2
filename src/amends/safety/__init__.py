"""Dangers, crisis, helplines, and reading content that is a table."""

from amends.safety.answers import InstrumentAnswers
from amends.safety.danger import NO_DANGER, Danger, Records
from amends.safety.directory import (
    Unchecked,
    check_helplines,
    countries,
    fallback,
    helplines,
    unchecked_helplines,
)
from amends.safety.every_danger import dangers
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
from amends.safety.signs import HEARD_AS, Hear, Signs, check_signs, crisis
from amends.safety.statement import HOLD, LOOK_BACK, Standing, Statement, Written, standings

__all__ = [
    "FLAG",
    "HEARD_AS",
    "HOLD",
    "LOOK_BACK",
    "NO_DANGER",
    "NUMBER",
    "NUMBERS",
    "SHOWN",
    "TABLES",
    "TEXT",
    "TEXTS",
    "Country",
    "Danger",
    "Hear",
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
    "Signs",
    "Standing",
    "Statement",
    "Unchecked",
    "Written",
    "check_helplines",
    "check_instruments",
    "check_keys",
    "check_screenings",
    "check_signs",
    "countries",
    "crisis",
    "dangers",
    "did_you_mean",
    "fallback",
    "hash_of",
    "helplines",
    "is_private",
    "load_instruments",
    "load_screenings",
    "nearest",
    "one_of",
    "rest_after",
    "resting_until",
    "screening_is_due",
    "standings",
    "unchecked_helplines",
]
