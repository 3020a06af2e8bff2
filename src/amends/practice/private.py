"""Which records of this room leave by no export, and which only when they are asked for."""

from amends.practice.checkin import SafeWeek
from amends.practice.drives import Drives
from amends.practice.fury import Fury
from amends.practice.photo_box import Photo
from amends.practice.promise import AsSeen
from amends.practice.unsent import UnsentLetter

NEVER_EXPORTED = (Fury, Photo, UnsentLetter)
"""Whatever is ticked: what was wished in fury would be read as a plan, and pictures that were put
out of reach would lie open in a folder; a letter that is never sent would lie there ready to be
copied."""
INNER = (Drives, SafeWeek, AsSeen)
"""They go with what was answered about oneself."""


def never_exported(kind: str) -> bool:
    """Say whether records of this kind are in no export at all."""
    return any(kind == record.KIND for record in NEVER_EXPORTED)


def is_inner(kind: str) -> bool:
    """Say whether records of this kind stay out of exports unless they are asked for."""
    return any(kind == record.KIND for record in INNER)
