"""What the app itself writes in place of a message, in the languages of its phones."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from amends.chats.message import KINDS, Kind
from amends.chats.whatsapp.clock import CONTENT
from amends.chats.whatsapp.marks import plain

LRM = "\u200e"
"""The mark that phones put before what they write themselves."""
STOPS = ".。।"
"""What ends a sentence; some phones write it after their own words, some do not."""
_LIKE, _MUCH_LIKE = 0.5, 0.6
"""Share of pairs of letters in common: of the phones' words for pictures left out, three in four
have it with those for other things in the same language; of lines about groups only what says that
messages will be deleted."""
_SHORT = 40
"""Letters of words for a picture left out; longer ones are sentences about other things."""
_TELLING = ("notice", "omitted", "media", "deleted")
"""Kinds of words that tell the language of a phone."""
_EMPTY = ("", "null")
"""A message that can be seen once is exported as nothing, or as the name of nothing."""


@dataclass(frozen=True)
class Words:
    """The app's own words, folded by `folded`.

    `full` are the words that tell a language which is known well.
    """

    media: frozenset[str]
    omitted: frozenset[str]
    attached: frozenset[str]
    deleted: frozenset[str]
    edited: frozenset[str]
    missed: frozenset[str]
    call: tuple[str, ...]
    notice: tuple[str, ...]
    full: tuple[str, ...]


@cache
def _written() -> Mapping[str, list[str]]:
    languages = tomllib.loads((CONTENT / "whatsapp.toml").read_text("utf-8")).values()
    kinds = dict.fromkeys(kind for language in languages for kind in language)
    written = {
        kind: [word for language in languages for word in language.get(kind, ())] for kind in kinds
    }
    full = [language for language in languages if "omitted" in language]
    written["full"] = [word for one in full for kind in _TELLING for word in one.get(kind, ())]
    return written


@cache
def words() -> Words:
    """Return the words of all languages."""
    written = _written()
    folded_ = {kind: [folded(word) for word in listed] for kind, listed in written.items()}
    call, notice, full = (tuple(folded_.pop(kind)) for kind in ("call", "notice", "full"))
    sets = {kind: frozenset(listed) for kind, listed in folded_.items()}
    return Words(**sets, call=call, notice=notice, full=full)


@cache
def whole_messages(*, iphone: bool) -> Mapping[str, int]:
    """Return the place of the kind of each message that is nothing but the app's words, as written.

    "image omitted" stands alone on iPhones only; on Android someone may have said so.
    """
    written = _written()
    kinds = {
        Kind.MEDIA: [*_EMPTY, *(f"<{word}>" for word in written["media"])],
        Kind.DELETED: written["deleted"],
        Kind.CALL: written["missed"],
    }
    kinds[Kind.MEDIA] += written["omitted"] if iphone else ()
    return {
        mark + spelt: KINDS.index(kind)
        for kind, listed in kinds.items()
        for word in listed
        for spelt in _spelt(word)
        for mark in (("", LRM) if iphone else ("",))
    }


def _spelt(word: str) -> Iterator[str]:
    for first in {word[:1], word[:1].upper(), word[:1].lower()}:
        yield from (first + word[1:] + stop for stop in ("", *STOPS))


@cache
def _phrases(kind: Kind) -> list[tuple[float, Counter[str]]]:
    """Return the known words for what is not there, or for what was edited, as pairs of letters."""
    told = words()
    if kind is Kind.EDITED:
        return [(_MUCH_LIKE, _pairs(one)) for one in told.edited]
    left_out = {one for one in told.omitted | told.media if len(one) <= _SHORT}
    return [(_LIKE, _pairs(one)) for one in left_out] + [
        (_MUCH_LIKE, _pairs(one)) for one in told.deleted
    ]


def _pairs(phrase: str) -> Counter[str]:
    return Counter(map("".join, pairwise(f" {phrase} ")))


def is_like(phrase: str, kind: Kind) -> bool:
    """Say whether unknown words are nearly those that phones write for one kind.

    >>> is_like("photo omitted", Kind.MEDIA), is_like("bob left the group", Kind.MEDIA)
    (True, False)
    """
    pairs = _pairs(phrase)
    return any(
        2 * (pairs & known).total() >= alike * (pairs.total() + known.total())
        for alike, known in _phrases(kind)
    )


def folded(text: str) -> str:
    """Return a text as it is compared with the app's words."""
    return plain(text).strip().rstrip(STOPS).casefold()
