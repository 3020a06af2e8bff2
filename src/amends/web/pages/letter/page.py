"""A letter from a month, to oneself: made of one's own lines, with their days; nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.practice import LetterPassage, load_letter, passage, stretches
from amends.store import Vault
from amends.web.content import LANGUAGE
from amends.web.guard import Request
from amends.web.letter import lines_of

PATH = "letter/"
MONTHS = 12
"""So many can be chosen; older ones can still be read where they were kept."""


@dataclass(frozen=True)
class Line:
    """One line of the letter: its days in words, and what was written."""

    days: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A sentence of ours, the lines under it, and a word on those that were left out."""

    lead: str
    lines: tuple[Line, ...]
    more: str


def view(request: Request) -> HttpResponse:
    """Show the letter of the chosen month; at first the latest of two that says something."""
    words, months = load_letter(LANGUAGE), _months(timezone.localdate())
    chosen = [month for month in months if f"{month:%Y-%m}" == request.GET.get("month")]
    letters = ((month, list(_letter(request.vault, month))) for month in chosen or months[:2])
    month, paragraphs = next((one for one in letters if one[1]), ((chosen or months)[0], []))
    named = {"month": date_format(month, "F Y")}
    context = {
        "text": words,
        "months": [(f"{one:%Y-%m}", date_format(one, "F Y"), one == month) for one in months],
        "named": named["month"],
        "opening": [line.format(**named) for line in words.opening],
        "closing": [line.format(**named) for line in words.closing],
        "nothing": words.nothing.format(**named),
        "paragraphs": paragraphs,
    }
    return render(request, "letter/page.html", context)


def _months(today: date) -> list[date]:
    """Return the first day of this month and of those before it, the latest first."""
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def _letter(vault: Vault, month: date) -> Iterator[Paragraph]:
    for part in load_letter(LANGUAGE).parts:
        found = passage(part, lines_of(vault, part, month), month)
        if found:
            yield _paragraph(found)


def _paragraph(found: LetterPassage) -> Paragraph:
    lines = tuple(Line(_days(quote.days), quote.text) for quote in found.quotes)
    more = load_letter(LANGUAGE).more.format(n=found.left) if found.left else ""
    return Paragraph(found.part.lead, lines, more)


def _days(days: tuple[date, ...]) -> str:
    """Return days in words: *3, 5 to 9 and 11 May*."""
    told = [_stretch(*one) for one in stretches(days)]
    month = date_format(days[0], "F")
    if len(told) > 1:
        listed = _("%(first)s and %(last)s") % {"first": ", ".join(told[:-1]), "last": told[-1]}
    else:
        listed = told[0]
    return f"{listed} {month}"


def _stretch(first: date, last: date) -> str:
    if first == last:
        return str(first.day)
    return _("%(first)s to %(last)s") % {"first": first.day, "last": last.day}
