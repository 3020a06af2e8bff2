"""The photo box: pictures put out of reach, and opened for ten minutes at a time."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar, Literal, get_args

OPEN_FOR = timedelta(minutes=10)
"""Long enough to look once, short enough that an evening is not spent on it (a choice of ours)."""
EARLIER_AFTER = timedelta(hours=72)
"""An earlier day begins this much later, like looser terms of the agreement (SAFETY, the gate)."""
LARGEST = 4 * 2**20
"""Bytes of one picture: what a phone makes, in most cases."""
MOST = 60
"""Pictures; more is an album."""
MOST_TOGETHER = 24 * 2**20
"""Bytes of all pictures. In a backup they take 16/9 of that, and a browser can bring back a backup
of 64 MiB at most: this leaves a third of it for everything else."""

Media = Literal["image/jpeg", "image/png", "image/webp"]
MEDIA: Sequence[Media] = get_args(Media)


class PhotoProblem(ValueError):
    """A picture cannot be put in, or the box not opened: one clear sentence, no written word."""

    problem = "This picture was not put in."

    def __str__(self) -> str:
        return self.problem


class NotAPicture(PhotoProblem):
    """A file that does not begin like a JPEG, PNG or WebP."""

    problem = "One file is not a JPEG, PNG or WebP picture."


class PictureTooLarge(PhotoProblem):
    """A picture of more than `LARGEST` bytes."""

    problem = "One picture is larger than 4 MB."


class BoxFull(PhotoProblem):
    """More pictures, or larger ones, than the box takes."""

    problem = "The box is full: it takes 60 pictures, and 24 MB together."


class StillShut(PhotoProblem):
    """The day until which the box stays closed has not come."""

    problem = "The box is closed until the day you chose."


@dataclass(frozen=True)
class Photo:
    """One picture, as it came; `content` is its bytes in base64, since a record holds text."""

    KIND: ClassVar[str] = "photo"

    media: Media
    content: str = field(repr=False)

    @property
    def bytes(self) -> bytes:
        """Return the picture itself."""
        return b64decode(self.content)


def read_photo(raw: bytes) -> Photo:
    """Return a file as a picture, known by its first bytes.

    Raises:
        PictureTooLarge: it has more than 4 MB.
        NotAPicture: it is something else.
    """
    if len(raw) > LARGEST:
        raise PictureTooLarge
    media = _media_of(raw)
    if media is None:
        raise NotAPicture
    return Photo(media, b64encode(raw).decode())


def _media_of(raw: bytes) -> Media | None:
    if raw.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    return "image/webp" if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP" else None


@dataclass(frozen=True)
class Slip:
    """Which picture lies in the box: its id as 32 hexadecimal digits, and its bytes."""

    photo: str
    size: int


@dataclass(frozen=True)
class PhotoBox:
    """What lies in the box, from which day on it may be opened, and when it was opened.

    Without `shut_until` it may be opened on any day. An earlier day waits in `then_until` (None for
    no day at all) until `then_from`. `shut_at` is when it was closed by hand.
    """

    KIND: ClassVar[str] = "photo-box"

    slips: tuple[Slip, ...] = ()
    shut_until: date | None = None
    then_until: date | None = None
    then_from: datetime | None = None
    openings: tuple[datetime, ...] = ()
    shut_at: datetime | None = None

    @property
    def size(self) -> int:
        """Return the bytes of all pictures."""
        return sum(slip.size for slip in self.slips)

    def may_open(self, now: datetime) -> bool:
        """Say whether it may be opened; `now` is in the user's own time zone."""
        return self.shut_until is None or self.shut_until <= now.date()

    def closes_at(self, now: datetime) -> datetime | None:
        """Return when it closes by itself, or None while it is closed."""
        if not self.openings or not self.may_open(now):
            return None
        opened = self.openings[-1]
        is_shut = self.shut_at is not None and self.shut_at >= opened
        closes = opened.astimezone(UTC) + OPEN_FOR
        return None if is_shut or not opened <= now < closes else closes


def settled(box: PhotoBox, now: datetime) -> PhotoBox:
    """Return the box as it stands now: a day whose wait is over holds."""
    if box.then_from is None or now < box.then_from:
        return box
    return replace(box, shut_until=box.then_until, then_until=None, then_from=None)


def put_in(box: PhotoBox, slip: Slip) -> PhotoBox:
    """Return the box with one picture more; raises BoxFull."""
    if len(box.slips) >= MOST or box.size + slip.size > MOST_TOGETHER:
        raise BoxFull
    return replace(box, slips=(*box.slips, slip))


def take_away(box: PhotoBox, photo: str) -> PhotoBox:
    """Return the box without one picture."""
    return replace(box, slips=tuple(slip for slip in box.slips if slip.photo != photo))


def shut(box: PhotoBox, until: date | None, now: datetime) -> PhotoBox:
    """Return the box closed until a day: a later one at once, an earlier one after 72 hours.

    Every change takes back what was waiting.
    """
    box = replace(settled(box, now), then_until=None, then_from=None)
    if box.may_open(now) or (until is not None and box.shut_until and until >= box.shut_until):
        return replace(box, shut_until=until)
    return replace(box, then_until=until, then_from=now.astimezone(UTC) + EARLIER_AFTER)


def open_box(box: PhotoBox, now: datetime) -> PhotoBox:
    """Return the box opened for ten minutes; raises StillShut. Opening an open one changes nothing.

    Each opening is counted.
    """
    box = settled(box, now)
    if not box.may_open(now):
        raise StillShut
    return box if box.closes_at(now) else replace(box, openings=(*box.openings, now), shut_at=None)


def close_box(box: PhotoBox, now: datetime) -> PhotoBox:
    """Return the box closed at once."""
    return replace(settled(box, now), shut_at=now)
