"""A draft: a text that is not sent yet, with every version of it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from amends.contact.errors import (
    AlreadySent,
    AskAgain,
    Closed,
    ContactError,
    NoLongerWanted,
    NotInDrawer,
    NotReread,
    StillWaiting,
)
from amends.contact.gate import Verdict
from amends.contact.waits import later


@dataclass(frozen=True)
class DraftVersion:
    """The text as it stood from a moment on."""

    at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True)
class Dismissed:
    """A mark of the coach that the writer set aside: its label, the words under it, and why."""

    label: str
    quote: str = field(repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class Draft:
    """A text not sent yet.

    `put_away` is when its wait in the drawer began, `first_away` when it was put away for the first
    time, `urge` how strong the urge to send was then (0 to 10, or None). `still_wanted` is the
    answer at `reread_at`. `taken_out` and `sent` are moments, or None. Of an apology, `form` is how
    it is to reach them (spoken, letter, text), `heard` whether they were listened to first, and
    `said_no` whether they asked for no contact, as the writer ticked it. `sounds_like_danger` says
    whether it did when it was last kept.
    """

    KIND: ClassVar[str] = "draft"

    kind: str
    versions: tuple[DraftVersion, ...] = ()
    put_away: datetime | None = None
    urge: int | None = None
    taken_out: datetime | None = None
    sent: datetime | None = None
    still_wanted: bool | None = None
    dismissed: tuple[Dismissed, ...] = ()
    topic: str = field(default="", repr=False)
    reread_at: datetime | None = None
    first_away: datetime | None = None
    form: str = ""
    heard: bool = False
    said_no: bool = False
    sounds_like_danger: bool = False

    @property
    def text(self) -> str:
        """Return the latest text."""
        return self.versions[-1].text if self.versions else ""

    @property
    def first_text(self) -> str:
        """Return the text as it was put away for the first time, or as it was begun."""
        away = [one for one in self.versions if self.first_away and one.at <= self.first_away]
        shown = away[-1:] or self.versions[:1]
        return shown[0].text if shown else ""

    @property
    def begun(self) -> datetime | None:
        """Return when it was begun."""
        return self.versions[0].at if self.versions else None

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return len(self.text.split())

    @property
    def is_put_away(self) -> bool:
        """Say whether it lies in the drawer, or has left it by the gate."""
        return self.put_away is not None

    @property
    def is_out(self) -> bool:
        """Say whether it was taken out, and neither sent nor put back."""
        return self.taken_out is not None and self.sent is None

    def opens(self, verdict: Verdict) -> datetime | None:
        """Return when its wait is over; None when it is not in the drawer."""
        return None if self.put_away is None else later(self.put_away, verdict.hold)

    def may_leave(self, verdict: Verdict, now: datetime) -> bool:
        """Say whether it could be taken out now, if no other draft is out."""
        return self.obstacle(verdict, now) is None

    def obstacle(self, verdict: Verdict, now: datetime) -> ContactError | None:
        """Return what keeps it in the drawer, or None."""
        if self.sent:
            return AlreadySent()
        if not verdict.allowed:
            return Closed(verdict)
        return self._unready(verdict, now)

    def _unready(self, verdict: Verdict, now: datetime) -> ContactError | None:
        opens = self.opens(verdict)
        if not verdict.is_about(self.topic, now):
            return AskAgain()
        if opens is None:
            return NotInDrawer()
        if now < opens:
            return StillWaiting(opens)
        if self.reread_at is None or self.reread_at < opens:
            return NotReread()
        return None if self.still_wanted else NoLongerWanted()


def write(draft: Draft, text: str, now: datetime, topic: str | None = None) -> Draft:
    """Return the draft with a new text, and a topic if one is given; every version is kept.

    In the drawer, any change makes the wait begin anew. Raises AlreadySent.
    """
    if draft.sent:
        raise AlreadySent
    topic = draft.topic if topic is None else topic
    if (text, topic) == (draft.text, draft.topic):
        return draft
    is_new = text != draft.text
    return replace(
        anew(draft, now) if draft.is_put_away else draft,
        versions=(*draft.versions, DraftVersion(now, text)) if is_new else draft.versions,
        topic=topic,
    )


def anew(draft: Draft, now: datetime) -> Draft:
    """Return the draft in the drawer, with its wait from the beginning."""
    return replace(draft, put_away=now, taken_out=None, still_wanted=None, reread_at=None)


def dismiss(draft: Draft, label: str, quote: str, reason: str = "") -> Draft:
    """Return the draft with a mark of the coach set aside; the same mark is set aside once."""
    others = take_up(draft, label, quote).dismissed
    return replace(draft, dismissed=(*others, Dismissed(label, quote, reason)))


def take_up(draft: Draft, label: str, quote: str) -> Draft:
    """Return the draft with a mark no longer set aside."""
    left = tuple(one for one in draft.dismissed if (one.label, one.quote) != (label, quote))
    return replace(draft, dismissed=left)
