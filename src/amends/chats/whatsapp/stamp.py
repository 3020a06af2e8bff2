"""The expression for date and time in the headers of one file, made from lines of its form."""

import re
from collections.abc import Iterator, Sequence

from amends.chats.whatsapp.clock import half_pattern
from amends.chats.whatsapp.form import MONTH, Form, Sighting
from amends.chats.whatsapp.marks import MARKS, SPACES

MARK = f"[{MARKS}]*+"
_SPACE = f"[{SPACES}]"
_NUMBERS = ("{4}", "{2}", "{1,2}")
"""How parts end that stand for a number."""
_CLEARLY = 20
"""One style of digits must be so many times as common for the other to be no header: a chat that
was pasted may write 3/4 where the file writes 03/04."""


def stamp_of(form: Form, found: Sequence[Sighting], *, marked: bool) -> list[str]:
    """Return the expression in parts between which marks may stand; its groups are `Shape`'s."""
    date, time = list(_date(form, found)), list(_time(form, found, marked=marked))
    first, second = (date, time) if form.date_first else (time, date)
    return [
        *_literal(form.opening),
        *first,
        *_literal(form.gap),
        *second,
        *_literal(form.tail + form.closing),
    ]


def beginning_of(form: Form, found: Sequence[Sighting]) -> str:
    """Return the expression for what is left of a header that breaks off.

    It reaches over the first sign at least: a lone number can be anything.
    """
    whole = (part for part in stamp_of(form, found, marked=True) if part not in "()")
    parts = [r"\d{1,4}" if part.endswith(_NUMBERS) else part for part in whole]
    least = len(form.opening) + 1 + len(form.signs[0] if form.date_first else form.colon)
    pattern = ""
    for part in reversed(parts[least:]):
        pattern = f"(?:{MARK}{part}{pattern})?"
    return MARK + MARK.join(parts[:least]) + pattern + MARK


def _date(form: Form, found: Sequence[Sighting]) -> Iterator[str]:
    yield "("
    for place, wide in enumerate((form.wide[0], False, form.wide[1])):
        values = [one.date[place] for one in found]
        if place == form.month:
            yield MONTH
        else:
            yield _digit(values) + "{4}" if wide else _number(values)
        yield from _literal(form.signs[place]) if place < len(form.signs) else ()
    yield ")"


def _time(form: Form, found: Sequence[Sighting], *, marked: bool) -> Iterator[str]:
    """Yield hour and minute with what belongs to them, then second, then half of the day."""
    hours = [one.hour for one in found]
    half = half_pattern([one.half for one in found], marked=marked) if form.half else ""
    yield "("
    yield from (half, *_literal(form.glue)) if form.half == "before" else ()
    yield _number(hours)
    yield from _literal(form.colon)
    yield _sixtieth(hours)
    yield from (")", *_literal(form.again), "(", _sixtieth(hours)) if form.again else ()
    yield from (*_literal(form.glue), half) if form.half == "after" else ()
    yield ")"


def _literal(text: str) -> list[str]:
    return [_SPACE if letter == " " else re.escape(letter) for letter in text]


def _digit(values: Sequence[str]) -> str:
    """Return the class of the digits in some numbers: of one script, or of any."""
    zeros = {chr(ord(digit) - int(digit)) for value in values for digit in value}
    zero = zeros.pop()
    return r"\d" if zeros else f"[{zero}-{chr(ord(zero) + 9)}]"


def _sixtieth(values: Sequence[str]) -> str:
    """Return the expression for a minute or a second, in the digits of some numbers."""
    digit = _digit(values)
    below_six = "" if digit == r"\d" else f"(?=[{digit[1]}-{chr(ord(digit[1]) + 5)}])"
    return f"{below_six}{digit}{{2}}"


def _number(values: Sequence[str]) -> str:
    """Return the expression for numbers of one or two digits, in the style of some."""
    digit = _digit(values)
    padded = sum(len(value) > 1 and int(value[0]) == 0 for value in values)
    short = sum(len(value) == 1 for value in values)
    if padded > _CLEARLY * short:
        return digit + "{2}"
    if short > _CLEARLY * padded and digit != r"\d":
        return rf"(?!{digit[1]}{digit}){digit}{{1,2}}"
    return digit + "{1,2}"
