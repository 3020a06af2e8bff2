"""The facts of a week, to lay beside the plan: counts of one's own acts, and nothing of theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.contact import kept_days, tally
from amends.practice import ActTold, Habit, HabitDays, JournalPage, Mark, Urge, evening_of
from amends.store import Vault
from amends.web.followed import followed
from amends.web.gate import standing

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Fact:
    """What was planned, what happened, and where it is told in full."""

    plan: str
    said: str
    link: str


def facts(vault: Vault, now: datetime) -> list[Fact]:
    """Return what was kept in the last seven days, today included as far as it goes."""
    local = timezone.localtime(now)
    return [fact for find in _FINDS for fact in find(vault, local)]


def _agreement(vault: Vault, now: datetime) -> Iterator[Fact]:
    stands = standing(vault, now)
    if stands.agreement is None:
        return
    log = [kept.record for kept in stands.log]
    agreement = stands.agreement.record
    told = [*log, *followed(vault, agreement, log, now)]
    days = [one for one in kept_days(agreement, told, now) if _is_in(one.day, now)]
    if not days:
        return
    kept = sum(one.is_kept for one in days)
    said = _("kept on %(kept)d of %(days)d days") % {"kept": kept, "days": len(days)}
    count = tally(log, now - WEEK, now)
    said += "; " + _("you reached out %(mine)s, they %(theirs)s") % {
        "mine": _times(count.mine),
        "theirs": _times(count.theirs),
    }
    yield Fact(_("What they asked for"), said, reverse("space"))


def _times(count: int) -> str:
    if not count:
        return _("not at all")
    return _("once") if count == 1 else _("%(n)d times") % {"n": count}


def _habits(vault: Vault, now: datetime) -> Iterator[Fact]:
    days_of = {one.habit: one for one in vault.records(HabitDays)}
    for kept in vault.all(Habit):
        if kept.record.ended:
            continue
        days = days_of.get(kept.id.hex(), HabitDays(kept.id.hex()))
        yield Fact(
            f"{kept.record.name}: {kept.record.plan.cue} → {kept.record.plan.act}",
            _marks(days, max(kept.record.since, _first(now)), now.date()),
            reverse("habit", args=[kept.id]),
        )


def _marks(days: HabitDays, first: date, last: date) -> str:
    """Return the four states of some days in words; today counts once it is marked."""
    week = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    found = [days.on(day) for day in week if day < last or days.on(day)]
    names = {Mark.DONE: _("done"), Mark.LAPSED: _("lapsed"), Mark.EXCUSED: _("did not come up")}
    told = [f"{found.count(mark)} {name}" for mark, name in names.items() if mark in found]
    blank = found.count(None)
    if blank:
        told.append(_("%(n)d not written down") % {"n": blank})
    return ", ".join(told) or _("nothing written down yet")


def _urges(vault: Vault, now: datetime) -> Iterator[Fact]:
    had = [one for one in vault.records(Urge) if now - one.began <= WEEK]
    if had:
        passed = sum(one.ridden is True for one in had)
        said = ngettext("%(n)d urge, %(passed)d passed", "%(n)d urges, %(passed)d passed", len(had))
        told = said % {"n": len(had), "passed": passed}
        yield Fact(_("When the urge came"), told, reverse("urges"))


def _acts(vault: Vault, now: datetime) -> Iterator[Fact]:
    pages = [one for one in vault.all(JournalPage) if _is_in(evening_of(one.record.at), now)]
    acts = {one.id.hex() for one in pages if one.record.act}
    if acts:
        told = vault.recent(ActTold, since=_first(now) - timedelta(days=1))
        done = sum(one.record.outcome == "done" and one.record.page in acts for one in told)
        said = _("%(done)d of %(acts)d done") % {"done": done, "acts": len(acts)}
        yield Fact(_("One thing I will do (journal)"), said, reverse("journal"))


def _first(now: datetime) -> date:
    return now.date() - WEEK + timedelta(days=1)


def _is_in(day: date, now: datetime) -> bool:
    return _first(now) <= day <= now.date()


_FINDS: tuple[Callable[[Vault, datetime], Iterator[Fact]], ...] = (
    _agreement,
    _habits,
    _urges,
    _acts,
)
"""Where facts come from; another source is one more function here."""
