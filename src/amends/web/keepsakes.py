"""What is kept, by kind; and burning: some kinds deleted for good, without opening any door."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from amends import practice
from amends.contact import Agreement, Contact, Draft, Terms, withdraw
from amends.journey import Answers, Entry, OwnWords
from amends.practice import Closing, Drives
from amends.safety import InstrumentAnswers, ScreeningAnswers
from amends.store import Kept, Vault
from amends.web.archive import SHELF, in_sight, is_safety_plan
from amends.web.content import words
from amends.web.screening import purge

RECENT = timedelta(days=3)
"""A wish to hurt closes the gate for a day: its readings stay as long as looser terms wait."""
NO_NOTES = ("archive", "closing", "opening", "reminders")
"""Records of what is practised that are no notes of days."""
UNSENT = ("unsent-letter",)
PICTURES = ("photo", "photo-box")
BOX = "photo-box"


@dataclass(frozen=True)
class Keepsake:
    """One kind of what is kept: how much, from when to when, and how much lies in the archive."""

    id: str
    name: str
    number: int
    away: int
    first: date | None
    last: date | None

    @property
    def can_be_put_away(self) -> bool:
        """Say whether pages keep it out of sight once it is in the archive."""
        return self.id in SHELF.values() and self.number > self.away


def keepsakes(vault: Vault) -> list[Keepsake]:
    """Return every kind, in the order of its content; a kind of which nothing is kept too."""
    told = words("keepsakes")["kind"]
    return [_counted(vault, name, told[name]["name"]) for name in told]


def _counted(vault: Vault, name: str, title: str) -> Keepsake:
    kept = [one for record in RECORDS[name] for one in vault.all(record) if _counts(one)]
    days = sorted(timezone.localtime(one.saved).date() for one in kept)
    away = _away(vault, kept) if name in SHELF.values() else 0
    first, last = (days[0], days[-1]) if days else (None, None)
    return Keepsake(name, title, len(kept), away, first, last)


def _away(vault: Vault, kept: list[Kept[Any]]) -> int:
    shelved = [one for one in kept if one.record.KIND in SHELF]
    return len(shelved) - len(in_sight(vault, shelved))


def _counts(kept: Kept[Any]) -> bool:
    """Leave out a draft that never had a word, the box around pictures, and the safety plan."""
    is_blank = isinstance(kept.record, Draft) and not kept.record.versions
    return not (is_blank or kept.record.KIND == BOX or is_safety_plan(kept.record))


def _practised(kinds: Collection[str]) -> tuple[type[Any], ...]:
    """Return the records of what is practised that have one of these kinds."""
    every = [getattr(practice, name) for name in sorted(practice.__all__)]
    return tuple(one for one in every if getattr(one, "KIND", "") in kinds)


def _notes() -> tuple[type[Any], ...]:
    """Return every other record of what is practised, whatever is added to that room."""
    every = {getattr(getattr(practice, name), "KIND", "") for name in practice.__all__}
    return _practised(every - {"", *NO_NOTES, *UNSENT, *PICTURES})


RECORDS: Mapping[str, tuple[type[Any], ...]] = {
    "letters": (Draft,),
    "unsent": _practised(UNSENT),
    "sheets": (Answers, Entry, OwnWords),
    "photos": _practised(PICTURES),
    "days": _notes(),
    "log": (Contact,),
    "closing": (Closing,),
    "agreement": (Agreement,),
    "safety": (ScreeningAnswers, InstrumentAnswers),
}
"""The records of each kind, as content names it."""


def burn(vault: Vault, kinds: Collection[str], now: datetime) -> None:
    """Delete what is kept of these kinds for good; what the gate rests on stays, without words."""
    with vault.at_once():
        for kind in RECORDS:
            if kind in kinds:
                _BURNS.get(kind, _delete)(vault, kind, now)


def _delete(vault: Vault, kind: str, _: datetime) -> None:
    for record in RECORDS[kind]:
        for kept in vault.all(record):
            if not is_safety_plan(kept.record):
                vault.delete(kept.id)


def _delete_notes(vault: Vault, kind: str, now: datetime) -> None:
    for record in RECORDS[kind]:
        for kept in vault.all(record):
            if record is not Drives or now - kept.saved >= RECENT:
                vault.delete(kept.id)


def _empty_log(vault: Vault, _: str, __: datetime) -> None:
    """Keep the days, which the gate counts; what was said goes."""
    for kept in vault.all(Contact):
        vault.put(replace(kept.record, note="", topic=""), id=kept.id)


def _empty_closing(vault: Vault, _: str, __: datetime) -> None:
    for kept in vault.all(Closing):
        vault.put(kept.record.without_words(), id=kept.id)


def _empty_agreement(vault: Vault, _: str, now: datetime) -> None:
    """Keep how things stand, which is theirs to end; every word goes, and what was waiting too."""
    for kept in vault.all(Agreement):
        current = withdraw(kept.record, timezone.localtime(now))
        before = tuple(replace(one, terms=_wordless(one.terms)) for one in current.before)
        bare = replace(current, terms=_wordless(current.terms), before=before, reopening_words="")
        vault.put(bare, id=kept.id)


def _wordless(terms: Terms) -> Terms:
    return replace(terms, words="", channel="", exceptions="")


def _purge(vault: Vault, _: str, now: datetime) -> None:
    """Delete the answers about safety as their own page does, and those to questionnaires."""
    purge(vault, now)
    for kept in vault.all(InstrumentAnswers):
        vault.delete(kept.id)


_BURNS: Mapping[str, Callable[[Vault, str, datetime], None]] = {
    "days": _delete_notes,
    "log": _empty_log,
    "closing": _empty_closing,
    "agreement": _empty_agreement,
    "safety": _purge,
}
