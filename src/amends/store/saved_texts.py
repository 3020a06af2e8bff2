"""Texts that someone saved lately: drafts, sheets, the contact log, and what is practised."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from amends import practice, together
from amends.contact import Contact, Draft
from amends.journey import Answers, Entry, Value
from amends.store.vault import Vault


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
    found = [
        *(one for kept in vault.recent(Draft, day) for one in _of_draft(kept.record, kept.saved)),
        *(
            one
            for sheet in (Answers, Entry)
            for kept in vault.recent(sheet, day)
            if kept.record.exercise not in left_out
            for one in _of_sheet(kept.record)
        ),
        *(SavedText(kept.saved, kept.record.note) for kept in vault.recent(Contact, day)),
        *(
            SavedText(kept.saved, kept.record.said)
            for kind in (*practice.WRITTEN, *together.WRITTEN)
            for kept in vault.recent(kind, day)
        ),
    ]
    late = [one for one in found if one.at > since and one.text.strip()]
    return sorted(late, key=lambda one: one.at, reverse=True)


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
