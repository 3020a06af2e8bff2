"""The plan of a week for one person: from their wishes, notes and own ideas, and what both like."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from amends.store import Kept, Vault
from amends.together import (
    DateIdea,
    DateNote,
    OwnIdea,
    Planned,
    Setting,
    Wishes,
    load_dates,
    plan,
    season_of,
    week_of,
)
from amends.web.content import LANGUAGE
from amends.web.draws import draws_of
from amends.web.gate import standing
from amends.web.hurt import hurt_words
from amends.web.ours import is_together, ours_of
from amends.web.overlap import overlap_of

INTERESTS = "interests"
"""The tool in which both tick what they like."""
OWN = "own-"
"""Before the id of an own idea's record; no idea of the list begins so."""
ASKED_FOR = timedelta(days=14)
"""How long a date is asked about afterwards; then nobody remembers well (our choice)."""
MOST_ASKED = 3
"""At once; more would be a form to fill in (our choice)."""
CHOSEN_AHEAD = 2
"""Weeks in which a day can be chosen: this one and the next; our choice."""


@dataclass(frozen=True)
class Dated:
    """A date with its day: the record of it, and the idea."""

    kept: Kept[DateNote]
    idea: DateIdea

    @property
    def note(self) -> DateNote:
        """The note as it is kept."""
        return self.kept.record


def wishes_of(vault: Vault, today: date) -> Wishes:
    """Return what may be offered, in the season of this day."""
    kept = vault.all(Wishes)
    wishes = kept[-1].record if kept else Wishes()
    return replace(wishes, season=season_of(today, is_south=wishes.is_south))


def own_ideas(vault: Vault) -> list[DateIdea]:
    """Return the ideas of one's own, the oldest first."""
    return [kept.record.as_idea(f"{OWN}{kept.id.hex()}") for kept in vault.all(OwnIdea)]


def ideas_of(vault: Vault) -> list[DateIdea]:
    """Return everything that can be planned: the list that ships, and one's own."""
    return [*load_dates(LANGUAGE).ideas, *own_ideas(vault)]


def overlaps_of(vault: Vault, now: datetime) -> frozenset[str]:
    """Return what both ticked, while both want the tool for it and the space is open."""
    ours = ours_of(vault, now)
    if ours is None or INTERESTS not in ours.open_tools:
        return frozenset()
    return overlap_of(ours.space, INTERESTS).both or frozenset()


def week(vault: Vault, now: datetime) -> tuple[Planned, ...]:
    """Return this week's plan; it is empty unless the gate says together."""
    today = timezone.localtime(now).date()
    setting = Setting(
        today,
        allowed=is_together(standing(vault, now).verdict),
        seed=draws_of(vault).record.seed_of(today),
        overlaps=overlaps_of(vault, now),
        hurt=hurt_words(vault),
    )
    return plan(ideas_of(vault), wishes_of(vault, today), vault.records(DateNote), setting)


def dated(vault: Vault, ideas: Iterable[DateIdea]) -> list[Dated]:
    """Return every date with a day whose idea is still there, the oldest day first."""
    by_id = {one.id: one for one in ideas}
    found = [
        Dated(kept, by_id[kept.record.idea])
        for kept in vault.all(DateNote)
        if kept.record.idea in by_id
    ]
    return sorted(found, key=lambda one: one.note.on)


def to_come(dates: Iterable[Dated], today: date) -> list[Dated]:
    """Return the dates that are today or later, and not noted yet."""
    return [one for one in dates if one.note.on >= today and one.note.how is None]


def asked_about(dates: Iterable[Dated], today: date) -> list[Dated]:
    """Return the dates of the last days that miss a tap, the newest first, and not many.

    Today's may still lie ahead: it is asked about when its first tap is there.
    """
    found = [
        one
        for one in dates
        if today - ASKED_FOR <= one.note.on <= today
        and one.note.again is None
        and (one.note.how is not None or one.note.on < today)
    ]
    return found[::-1][:MOST_ASKED]


def days_to_choose(today: date) -> list[date]:
    """Return the days from today to the end of the next week."""
    last = week_of(today)[1] + timedelta(weeks=CHOSEN_AHEAD - 1)
    return [today + timedelta(days=number) for number in range((last - today).days + 1)]
