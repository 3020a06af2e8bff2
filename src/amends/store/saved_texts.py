"""Texts that someone saved lately: drafts, sheets, the contact log, and what is practised."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from amends import practice, together
from amends.contact import Contact, Draft
from amends.journey import Answers, Entry, Value
from amends.store.envelope import Kept
from amends.store.vault import Vault

_Kind = Draft | Answers | Contact | practice.Written
_KINDS: tuple[type[_Kind], ...] = (
    Draft,
    Answers,
    Entry,
    Contact,
    *practice.WRITTEN,
    *together.WRITTEN,
)


@dataclass(frozen=True)
class SavedText:
    """A text as it was saved at a moment."""

    at: datetime
    text: str = field(repr=False)


def signs_since(
    vault: Vault, since: datetime, is_sign: Callable[[str], bool], left_out: Collection[str] = ()
) -> Iterator[datetime]:
    """Yield when texts were saved in which `is_sign` sees a sign, the newest first.

    Only texts saved after `since` are read; sheets named in `left_out` are not.
    """
    for saved in saved_texts(vault, since, left_out):
        if is_sign(saved.text):
            yield saved.at


def saved_texts(vault: Vault, since: datetime, left_out: Collection[str] = ()) -> list[SavedText]:
    """Return every text that was saved after a moment, the newest first.

    Every version counts, also one that was written over since. A draft counts anew whenever it is
    read again or put away, so that an old one cannot leave unread. Of a sheet, what did not change
    from the version before is left out.
    """
    day = (since - timedelta(days=1)).astimezone(UTC).date()
    found = (one for kept in vault.recent(*_KINDS, since=day) for one in _of(kept, left_out))
    late = [one for one in found if one.at > since and one.text.strip()]
    return sorted(late, key=lambda one: one.at, reverse=True)


def _of(kept: Kept[_Kind], left_out: Collection[str]) -> Iterator[SavedText]:
    record = kept.record
    if isinstance(record, Draft):
        yield from _of_draft(record, kept.saved)
    elif isinstance(record, Answers):
        yield from () if record.exercise in left_out else _of_sheet(record)
    elif isinstance(record, Contact):
        yield SavedText(kept.saved, record.note)
    else:
        yield SavedText(kept.saved, record.said)


def _of_draft(draft: Draft, saved: datetime) -> Iterator[SavedText]:
    for version in draft.versions:
        yield SavedText(version.at, version.text)
    yield SavedText(saved, draft.text)


def _of_sheet(answers: Answers) -> Iterator[SavedText]:
    before: dict[str, Value] = {}
    for version in answers.versions:
        new = [value for name, value in version.values.items() if value != before.get(name)]
        yield SavedText(version.at, "\n".join(one for value in new for one in _said(value)))
        before = dict(version.values)


def _said(value: Value) -> Iterator[str]:
    """Yield the words of an answer; a number says nothing here."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from [one] if isinstance(one, str) else map(str, one.values())
