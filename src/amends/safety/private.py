"""Which records are the user's alone: in no export without their tick, and in nothing shared."""

from amends.safety.answers import InstrumentAnswers
from amends.safety.screening import Rest, ScreeningAnswers
from amends.safety.statement import Statement

PRIVATE = (ScreeningAnswers, Rest, InstrumentAnswers, Statement)


def is_private(kind: str) -> bool:
    """Say whether records of this kind stay out of exports unless they are asked for."""
    return any(kind == record.KIND for record in PRIVATE)
