"""Habits as they are kept: each with its days; and one day of it marked in one tap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from amends.practice import Habit, HabitDays, Mark
from amends.store import Kept, Vault
from amends.web.charts.habit_days import BLANK
from amends.web.content import words
from amends.web.guard import Request


@dataclass(frozen=True)
class Tap:
    """A day that can be marked in one tap, and what it is so far."""

    day: date
    mark: Mark | None


@dataclass(frozen=True)
class Practised:
    """One habit and its days, as they are kept."""

    kept: Kept[Habit]
    kept_days: Kept[HabitDays] | None

    @property
    def id(self) -> bytes:
        """Return the id of the habit."""
        return self.kept.id

    @property
    def habit(self) -> Habit:
        """Return the habit."""
        return self.kept.record

    @property
    def days(self) -> HabitDays:
        """Return its days; they begin empty."""
        return self.kept_days.record if self.kept_days else HabitDays(self.id.hex())

    @property
    def near(self) -> list[Tap]:
        """Return today, and yesterday if it belongs to the habit, to be marked in one tap."""
        today = timezone.localdate()
        both = (today, today - timedelta(days=1))
        return [Tap(day, self.days.on(day)) for day in both if day >= self.habit.since]


def practised(vault: Vault) -> list[Practised]:
    """Return every habit with its days, the oldest first."""
    days = {kept.record.habit: kept for kept in vault.all(HabitDays)}
    return [Practised(kept, days.get(kept.id.hex())) for kept in vault.all(Habit)]


def practised_one(vault: Vault, habit: bytes) -> Practised:
    """Return one habit with its days; raises NotKept."""
    kept = vault.get(Habit, habit)
    mine = [one for one in vault.all(HabitDays) if one.record.habit == habit.hex()]
    return Practised(kept, mine[-1] if mine else None)


def keep_days(vault: Vault, one: Practised, days: HabitDays) -> None:
    """Keep the days of a habit."""
    before = one.kept_days
    vault.put(days, before.id if before else None, before.revision if before else None)


def keep_mark(request: Request, one: Practised, back: str) -> HttpResponse:
    """Mark the day that was sent, and go to its debrief after a lapse, otherwise back."""
    day = day_of(request.POST.get("day", ""), one.habit)
    sent = request.POST.get("mark", "")
    if day is None or sent not in (*Mark, BLANK):
        return redirect(back)
    mark = None if sent == BLANK else Mark(sent)
    keep_days(request.vault, one, one.days.with_mark(day, mark))
    if mark is Mark.LAPSED and day.isoformat() not in one.days.debriefs:
        return redirect("lapse", habit_id=one.id, day=day.isoformat())
    return redirect(back)


def day_of(text: str, habit: Habit) -> date | None:
    """Return a day on which a habit can be marked, or None: not before it began, nor to come."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if habit.since <= day <= (habit.ended or timezone.localdate()) else None


def state_words() -> Mapping[str, str]:
    """Return the word for each kind of day, in the order in which they are offered."""
    told = words("habits")
    return {name: told[name] for name in (*Mark, BLANK)}
