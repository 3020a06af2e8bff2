"""What the page of a habit shows: figures and pictures made of its days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from amends.practice import Ending, Habit, Mark, Urge, days_to_return, ridden
from amends.store import Vault
from amends.web.charts.habit_days import BLANK, HabitDaysChart, first_day, habit_days_chart
from amends.web.charts.habit_strength import FULL, strength_chart
from amends.web.content import words
from amends.web.guard import Request
from amends.web.habits import Practised, state_words
from amends.web.newest import newest
from amends.web.pages.habit.changes import Refused
from amends.web.pages.habit_new.form import HabitForm

PLAN = ("cue", "act")


def shown(request: Request, one: Practised, refused: Refused | None) -> dict[str, Any]:
    """Return what the page needs; what was refused stays in its form, and the form open."""
    told, today, states = words("habits"), last_day(one.habit), list(state_words().items())
    by_day = one.days.strengths(one.habit.since, today)
    sent = request.POST if refused and refused.action == "plan" else {}
    return {
        "text": told,
        "one": one,
        "habit": one.habit,
        "states": states,
        "choices": states[:-1],
        "today": today,
        "days": eight_weeks(one, today),
        "strength": _strength(one, by_day[-1][1]),
        "chart": strength_chart(told["one"]["strength"], by_day),
        "figures": list(_figures(request.vault, one, today)),
        "ended": _ended(one.habit),
        "motive": told["motive_line"].get(one.habit.motive or "", ""),
        "lapses": newest(_debriefed(one)),
        "form": _form(one, refused),
        "plan": {name: sent.get(name, getattr(one.habit.plan, name)) for name in PLAN},
        "refused": refused.action if refused else "",
        "just_kept": request.GET.get("kept") == "yes",
    }


def last_day(habit: Habit) -> date:
    """Return the day up to which a habit is reckoned: today, or the day on which it ended."""
    return max(habit.since, habit.ended or timezone.localdate())


def eight_weeks(one: Practised, today: date) -> HabitDaysChart | None:
    """Return the last eight weeks as a picture; today has no place in it until it is marked."""
    begins = max(first_day(today), one.habit.since)
    days = [begins + timedelta(days=n) for n in range((today - begins).days + 1)]
    states = {day: str(one.days.on(day) or BLANK) for day in days}
    if one.days.on(today) is None:
        del states[today]
    return habit_days_chart(words("habits")["one"]["days"], states, today)


def _strength(one: Practised, strength: float) -> str:
    """Return how firm it is, in words; a habit without a mark has no number yet."""
    told = words("habits")["one"]
    if not one.days.marks:
        return str(told["strength_first"])
    return str(told["strength_line"].format(n=round(FULL * strength)))


def _figures(vault: Vault, one: Practised, today: date) -> Iterator[str]:
    """Yield what can be told in numbers: the way back, and the urges that passed."""
    told = words("habits")["one"]
    back = days_to_return(one.days, one.habit.since, today)
    if back is not None:
        yield told["returned"].format(n=f"{back:g}")
    urges = [kept.record for kept in vault.recent(Urge, since=first_day(today))]
    count = ridden(urges, one.id.hex())
    if count.had:
        yield told["urges"].format(had=count.had, ridden=count.ridden)


def _ended(habit: Habit) -> str:
    told = words("habits")["one"]
    if not habit.ending:
        return ""
    return str(told["ended_carries" if habit.ending is Ending.CARRIES else "ended_put_down"])


def _debriefed(one: Practised) -> list[date]:
    """Return the lapses that have a debrief, the newest first."""
    days = (date.fromisoformat(day) for day in sorted(one.days.debriefs, reverse=True))
    return [day for day in days if one.days.on(day) is Mark.LAPSED]


def _form(one: Practised, refused: Refused | None) -> HabitForm:
    """Return the form about the habit; its plan has a form of its own."""
    names = ("name", "harm", "seen", "motive", "is_worth_it")
    known = {name: getattr(one.habit, name) for name in names}
    form = refused.form if refused and refused.form else HabitForm(initial=known)
    for name in PLAN:
        del form.fields[name]
    return form
