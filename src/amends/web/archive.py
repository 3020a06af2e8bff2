"""What lies in the archive: out of sight on every page that lists things, until its day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.contact import Contact, Draft
from amends.journey import Answers, Entry
from amends.practice import Archive, UnsentLetter, is_hidden
from amends.store import Kept, Vault
from amends.web.dangers import safety_plan

T = TypeVar("T", Draft, UnsentLetter, Answers, Entry, Contact)
SHELF: Mapping[str, str] = {
    Draft.KIND: "letters",
    UnsentLetter.KIND: "unsent",
    Answers.KIND: "sheets",
    Entry.KIND: "sheets",
    Contact.KIND: "log",
}
"""Which part of the archive records of a kind belong to."""


def in_sight(vault: Vault, kept: Iterable[Kept[T]]) -> list[Kept[T]]:
    """Return what is not in the archive; the plan for one's safety never is."""
    shut = [one.record for one in shut_archives(vault)]
    return [one for one in kept if not _is_hidden(shut, one)]


def is_away(vault: Vault, kept: Kept[T]) -> bool:
    """Say whether one thing lies in the archive."""
    return not in_sight(vault, [kept])


def _is_hidden(shut: Sequence[Archive], kept: Kept[T]) -> bool:
    shelf = SHELF[kept.record.KIND]
    hides = is_hidden(shut, shelf, kept.saved, timezone.localdate())
    return hides and not is_safety_plan(kept.record)


def is_safety_plan(record: object) -> bool:
    """Say whether a record is the plan for one's safety: it is always at hand."""
    return isinstance(record, Answers) and record.exercise == safety_plan().id


def in_the_archive(request: HttpRequest) -> HttpResponse:
    """Say that something lies in the archive, and where it can be opened."""
    return render(request, "archived.html")


def shut_archives(vault: Vault) -> list[Kept[Archive]]:
    """Return the archives that are shut today."""
    today = timezone.localdate()
    return [kept for kept in vault.all(Archive) if kept.record.is_shut(today)]


def put_away(vault: Vault, kinds: tuple[str, ...], until: date, now: datetime) -> None:
    """Put all that is kept now of some kinds out of sight until a day."""
    vault.put(Archive(now, until, kinds))


def open_again(vault: Vault, archive_id: bytes, now: datetime) -> None:
    """Open one archive; raises NotKept."""
    kept = vault.get(Archive, archive_id)
    vault.put(kept.record.open_again(now), id=kept.id, revision=kept.revision)
