"""The journal as pages need it: its prompts, its guard, and what the guard says in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.practice import (
    ENOUGH_MINUTES,
    ENOUGH_PAGES,
    ActTold,
    Evening,
    Heard,
    JournalPage,
    Judgement,
    Prompt,
    Prompts,
    Turns,
    evening,
    is_night_hour,
    judge,
)
from amends.safety import Danger, standings
from amends.store import Kept, Vault
from amends.web.content import LANGUAGE, words
from amends.web.dangers import is_sign
from amends.web.people import named

SINCE = timedelta(days=30)
"""Pages from before are not opened for the guard: it looks back two weeks, and a little further
for the words that someone uses anyway."""
WEEK = timedelta(days=7)
MOST_DAYS = 5
"""So many days are named, the newest."""
PLAIN_KINDS = ("opening", "good")
WAYS_OUT = ("distanced", "concrete")


@dataclass(frozen=True)
class Said:
    """What the guard says of a page: a sentence, the pages it means, and prompts to go on with."""

    heard: str
    sentence: str
    alike: tuple[Kept[JournalPage], ...]
    ways: dict[str, Prompt]


@cache
def prompts() -> Prompts:
    """Return all prompts."""
    return Prompts.load(LANGUAGE)


@cache
def turns() -> Turns:
    """Return what the guard listens for."""
    return Turns.load(LANGUAGE)


def recent_pages(vault: Vault, now: datetime) -> list[Kept[JournalPage]]:
    """Return the pages of the last weeks, the oldest first."""
    kept = vault.recent(JournalPage, since=(now - SINCE).date())
    return sorted(kept, key=lambda one: one.record.at)


def prompt_of(vault: Vault, id: str) -> Prompt:  # noqa: A002 - its name everywhere
    """Return a prompt with the name that someone chose for themselves."""
    found = prompts().get(id) or prompts().every[0]
    return found.by_name(named(vault).me)


def offered(vault: Vault, pages: Sequence[Kept[JournalPage]], now: datetime) -> Prompt:
    """Return the prompt for a new page: another way in after pages that turn, few words at night.

    Otherwise a plain one and one about something good take turns.
    """
    used = [one.record.prompt for one in pages]
    kind = _kind(vault, pages, now)
    return prompts().next(kind, used).by_name(named(vault).me)


def _kind(vault: Vault, pages: Sequence[Kept[JournalPage]], now: datetime) -> str:
    kinds = [kind_of(one.record.prompt) for one in pages]
    if pages and heard_of(vault, pages[-1], pages, now).heard != Heard.FRESH:
        return WAYS_OUT[kinds[-1] == WAYS_OUT[0]]
    if is_night_hour(now):
        return "night"
    latest = {kind: place for place, kind in enumerate(kinds, 1)}
    return min(PLAIN_KINDS, key=lambda kind: latest.get(kind, 0))


def kind_of(id: str) -> str:  # noqa: A002 - its name everywhere
    """Return the kind of a prompt by its id."""
    return id.partition("/")[0]


def heard_of(
    vault: Vault, page: Kept[JournalPage], pages: Sequence[Kept[JournalPage]], now: datetime
) -> Judgement:
    """Return what the guard says of a page of this evening.

    It says nothing of a page with a sign of crisis, nor after a yes about now: something else
    answers then.
    """
    if _evening_is_over(page.record, now) or _is_answered_elsewhere(vault, page.record, now):
        return Judgement(Heard.FRESH)
    records = [one.record for one in pages]
    tonight = evening(records, now)
    return judge(page.record, [one for one in records if one is not page.record], tonight, turns())


def _evening_is_over(page: JournalPage, now: datetime) -> bool:
    return evening([page], now).pages == 0


def _is_answered_elsewhere(vault: Vault, page: JournalPage, now: datetime) -> bool:
    stated = standings(vault.records, now, lambda _: ())
    return any(one.danger == Danger.CRISIS for one in stated) or is_sign(page.said)


def said_of(
    vault: Vault, page: Kept[JournalPage], pages: Sequence[Kept[JournalPage]], now: datetime
) -> Said | None:
    """Return what the guard says of a page, in words, or None when it says nothing."""
    judgement = heard_of(vault, page, pages, now)
    if judgement.heard == Heard.FRESH:
        return None
    used = [one.record.prompt for one in pages]
    name = named(vault).me
    return Said(
        judgement.heard,
        _sentence(page.record, judgement),
        tuple(one for one in pages if one.record in judgement.alike),
        {kind: prompts().next(kind, used).by_name(name) for kind in WAYS_OUT},
    )


def _sentence(page: JournalPage, judgement: Judgement) -> str:
    text = words("journal")
    alike = judgement.alike
    times = text["times"]["words"]
    said: str = text[judgement.heard]["said"]
    return said.format(
        times=times[len(alike) - 1] if len(alike) <= len(times) else text["times"]["many"],
        when=text["times"]["week" if page.at - alike[0].at <= WEEK else "weeks"],
        days=in_words([one.evening for one in alike]),
    )


def in_words(days: Sequence[date]) -> str:
    """Return days as one says them: *28 February, 3 and 5 March*."""
    latest = sorted(set(days))[-MOST_DAYS:]
    named_days = [
        day
        for month, some in groupby(latest, key=lambda one: date_format(one, "F"))
        for day in _of_month(month, list(some))
    ]
    if len(named_days) == 1:
        return named_days[0]
    return _("%(first)s and %(last)s") % {
        "first": ", ".join(named_days[:-1]),
        "last": named_days[-1],
    }


def _of_month(month: str, days: Sequence[date]) -> list[str]:
    """Return the days of one month; its name stands after the last."""
    return [*(str(one.day) for one in days[:-1]), f"{days[-1].day} {month}"]


def acts_told(vault: Vault, now: datetime) -> dict[str, Kept[ActTold]]:
    """Return what became of the acts of the last weeks, by the ids of their pages."""
    return {one.record.page: one for one in vault.recent(ActTold, since=(now - SINCE).date())}


def asked_about(
    vault: Vault, pages: Sequence[Kept[JournalPage]], now: datetime
) -> Kept[JournalPage] | None:
    """Return the newest page whose act is to be asked about; `pages` are the newest first."""
    told = {page: kept.record for page, kept in acts_told(vault, now).items()}
    return next((one for one in pages if one.record.asks(now, told.get(one.id.hex()))), None)


def tell(vault: Vault, page: bytes, outcome: str, now: datetime) -> None:
    """Keep what became of an act; raises NoSuchOutcome."""
    before = acts_told(vault, now).get(page.hex())
    vault.put(ActTold(page.hex(), outcome, now), id=before.id if before else None)


def forget(vault: Vault, page: bytes) -> None:
    """Delete what became of an act: it is another one now, or its page is gone."""
    for kept in vault.all(ActTold):
        if kept.record.page == page.hex():
            vault.delete(kept.id)


def before_the_next(pages: Sequence[Kept[JournalPage]], now: datetime) -> str:
    """Return a line before one more page of a long evening; it can be enough."""
    tonight = evening([one.record for one in pages], now)
    is_long = tonight.pages >= ENOUGH_PAGES - 1 or tonight.minutes >= ENOUGH_MINUTES
    return _line("begun", tonight) if is_long else ""


def after_this_one(page: JournalPage, pages: Sequence[Kept[JournalPage]], now: datetime) -> str:
    """Return a line after a page that made the evening a long one."""
    tonight = evening([one.record for one in pages], now)
    if _evening_is_over(page, now) or not tonight.is_long:
        return ""
    return _line("third" if tonight.pages >= ENOUGH_PAGES else "minutes", tonight)


def _line(name: str, tonight: Evening) -> str:
    said: str = words("journal")["evening"][name]
    return said.format(pages=tonight.pages, minutes=tonight.minutes)


def moment(said: str, now: datetime) -> datetime:
    """Return when a page was opened, as its form says; a moment that cannot be is now."""
    try:
        opened = timezone.localtime(datetime.fromisoformat(said))
    except ValueError:
        return now
    return min(opened, now)
