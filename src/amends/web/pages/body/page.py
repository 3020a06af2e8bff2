"""Body and urges: weeks of sleep, food, movement and alcohol beside the urges of those weeks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import number_format

from amends.practice import FEWEST_WEEKS, Compared, compared
from amends.web.body import body_sheet, has_low_mood, recent_entries, weeks_kept
from amends.web.content import words
from amends.web.guard import Request

PATH = "body/"
MOST_WEEKS = 26
"""Half a year of rows; the sentences count all weeks."""


@dataclass(frozen=True)
class Told:
    """One comparison in words: urges, slips, and from how many weeks."""

    urges: str
    slips: str
    sample: str


def view(request: Request) -> HttpResponse:
    """Show what went together, as soon as there is enough of it."""
    now, text = timezone.now(), words("body")
    entries = recent_entries(request.vault, now)
    weeks = weeks_kept(request.vault, entries, now)
    context = {
        "text": text,
        "sheet": body_sheet(),
        "told": list(_told(compared(weeks))),
        "too_few": text["too_few"].format(weeks=FEWEST_WEEKS, there=len(weeks)),
        "weeks": weeks[: -MOST_WEEKS - 1 : -1],
        "is_low": has_low_mood(entries, now),
    }
    return render(request, "body/page.html", context)


def _told(found: list[Compared]) -> Iterator[Told]:
    text = words("body")
    say, kinds = text["sentence"], text["weeks"]
    for one in found:
        so, otherwise = one.so, one.otherwise
        urged = {"so": _number(so.urges), "otherwise": _number(otherwise.urges)}
        slipped = {"so": _number(so.slips), "otherwise": _number(otherwise.slips)}
        yield Told(
            say["urges"].format(weeks=kinds[one.what], **urged),
            say["slips"].format(**slipped) if so.slips or otherwise.slips else "",
            say["sample"].format(so=so.weeks, otherwise=otherwise.weeks),
        )


def _number(value: float) -> str:
    return number_format(int(value) if value == int(value) else value)
