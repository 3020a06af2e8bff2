"""A year of dates: week by week, everything is done and noted."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from amends.together import DateNote, Planned, Setting, Wishes, load_dates, plan, season_of
from amends.together.lots import lot

IDEAS = load_dates("en").ideas
FIRST = date(2026, 1, 5)
WEEKS = 52


def noted(idea: str, on: date) -> DateNote:
    """Return a note as someone may leave it: four in ten are liked, some are refused."""
    drawn = lot("liking", idea)
    again = True if drawn < 0.4 else False if drawn < 0.55 else None
    return DateNote(idea, on, how=3 if again else 1, again=again)


@cache
def year(
    wishes: Wishes,
    seed: str = "seed",
    overlaps: frozenset[str] = frozenset(),
    hurt: frozenset[str] = frozenset(),
) -> list[tuple[Planned, ...]]:
    """Return the plans of 52 weeks in which all that was offered is done on the day."""
    notes: list[DateNote] = []
    weeks = []
    for week in range(WEEKS):
        today = FIRST + timedelta(weeks=week)
        setting = Setting(today, allowed=True, seed=seed, overlaps=overlaps, hurt=hurt)
        weeks.append(plan(IDEAS, replace(wishes, season=season_of(today)), notes, setting))
        notes += [noted(one.idea.id, today) for one in weeks[-1]]
    return weeks
