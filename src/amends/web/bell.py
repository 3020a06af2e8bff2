"""The bell: while amends runs, this computer says "Reminder" at the times that were chosen.

The times stay in memory, from the first unlock on; nothing of them stands outside the seal on disk,
and nothing of what was written is known here.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Event, Thread

from django.utils import timezone
from django.utils.translation import gettext as _

from amends import store
from amends.practice import Closing, Opening, Reminders, Weekly, closed, is_due
from amends.web.notice import show_notice

LOOKS_EVERY = 20
"""Seconds between two looks at the clock."""
_times: dict[bytes, tuple[Weekly, ...]] = {}


def learn(vault: "store.Vault") -> None:
    """Know the times of an unlocked account; none where notices are off, or it is closed."""
    kept = vault.records(Reminders)
    is_quiet = closed(vault.records(Closing), vault.records(Opening))
    wanted = kept[-1].times if kept and kept[-1].with_notices and not is_quiet else ()
    if wanted:
        _times[vault.account] = wanted
    else:
        _times.pop(vault.account, None)


def forget_all() -> None:
    """Know no times any more."""
    _times.clear()


def begin(notice: Callable[[], None] | None = None) -> Event:
    """Look at the clock from now on, beside the pages; setting what is returned ends it."""
    end = Event()
    Thread(target=_watch, args=(notice or _say, end), daemon=True).start()
    return end


def _watch(notice: Callable[[], None], end: Event) -> None:
    since = timezone.localtime()
    while not end.wait(LOOKS_EVERY):
        now = timezone.localtime()
        ring(since, now, notice)
        since = now


def ring(since: datetime, now: datetime, notice: Callable[[], None]) -> bool:
    """Give one notice when any time that is known lies between two moments; forget who is gone."""
    is_ringing = any(is_due(times, since, now) for times in [*_times.values()])
    if not is_ringing:
        return False
    with suppress(store.StoreError):
        here = {one.id for one in store.accounts()}
        for gone in _times.keys() - here:
            del _times[gone]
    due = any(is_due(times, since, now) for times in [*_times.values()])
    if due:
        notice()
    return due


def _say() -> None:
    show_notice(_("Reminder"))
