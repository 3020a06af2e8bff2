"""Dangers, helplines, and reading content that is a table."""

from amends.safety.answers import InstrumentAnswers
from amends.safety.danger import NO_DANGER, Danger, Records
from amends.safety.dangers import dangers
from amends.safety.directory import check_helplines, countries, fallback, helplines
from amends.safety.helpline import Country, Helpline
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
from amends.safety.screening import (
    Rest,
    ScreeningAnswers,
    rest_after,
    resting_until,
    screening_is_due,
)
from amends.safety.table import load_table

__all__ = [
    "FLAG",
    "NO_DANGER",
    "NUMBER",
    "NUMBERS",
    "TABLES",
    "TEXT",
    "TEXTS",
    "Country",
    "Danger",
    "Helpline",
    "InstrumentAnswers",
    "Key",
    "Kind",
    "Records",
    "Rest",
    "ScreeningAnswers",
    "check_helplines",
    "check_keys",
    "countries",
    "dangers",
    "did_you_mean",
    "fallback",
    "helplines",
    "load_table",
    "nearest",
    "one_of",
    "rest_after",
    "resting_until",
    "screening_is_due",
]
