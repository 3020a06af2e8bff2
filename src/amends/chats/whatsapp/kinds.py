"""What a message is, when it is not plain text: told by the app's own marks and whole sentences."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from amends.chats.message import KINDS, Kind
from amends.chats.whatsapp.marks import MARKS, SPACES, plain
from amends.chats.whatsapp.rows import TEXT, Rows
from amends.chats.whatsapp.words import LRM, folded, words

_OWN_KINDS = tuple(KINDS.index(kind) for kind in (Kind.MEDIA, Kind.DELETED, Kind.CALL))
_FILE = re.compile(r"(?P<file>\S.{0,250}) \((?P<words>[^()\d]{2,40})\)")
_OWN_FILE = re.compile(r"[A-Z]{3}-\d{8}-WA\d{4}")
"""How Android names the files of the app: IMG-20260314-WA0001.jpg."""
_ATTACHED = re.compile(r"[^<>:\uff1a]{2,30}[:\uff1a] ?\S[^<>]{0,250}\.\w{1,5}>")
"""How iPhones write a file, in any language: <attached: 00000012-PHOTO-2026-03-14-21-05-12.jpg>."""
_ATTACHED_ONCE = re.compile(r"\.\w{2,4} [^<>:\d]{2,30}>$")
"""And before 2018: 2017-03-14-PHOTO-00000012.jpg <attached>."""
_PLACE = re.compile(r"[^\n:]{2,30}: ?https://maps\.google\.com/\?q=[-\d.,]+")
_POLL = re.compile(r"[^\W\d_]{3,20} ?[:\uff1a]\n")
_OFTEN, _OFTEN_OWN = 2, 3
"""Where unknown words in < > come back so often in a file, a phone has written them; and so words
that an iPhone marks as its own are a picture left out, not a line about the chat."""
_NAMES = 50
"""So many names of a chat are looked for in unknown words: a picture left out has none in it."""
_LONGEST = 40
"""Letters of a phone's words for a picture left out, in any language that is known."""
_FIRST = 5
"""Among so many rows stands the line about encryption."""


@dataclass(frozen=True)
class Judged:
    """What one message is, and its text without what is the phone's.

    Where the phone's words are new, the message is of the kind `guess` if they come `often`.
    """

    kind: Kind
    text: str
    guess: Kind | None = None
    phrase: str = ""
    often: int = _OFTEN


def judge(rows: Rows, *, iphone: bool) -> None:
    """Settle the kinds of the odd rows, and take out of their texts what the phone put there.

    Pictures are guessed only while nothing shows that the language of the phone is known.
    """
    said = _said(rows) if iphone else ()
    guesses: defaultdict[tuple[Kind, str], list[tuple[int, Judged]]] = defaultdict(list)
    for row in rows.odd:
        if row in said:
            continue
        if rows.kind[row] != TEXT:
            rows.text[row] = rows.text[row].lstrip(LRM)
            continue
        found = judged(rows.text[row], iphone=iphone)
        rows.kind[row], rows.text[row] = KINDS.index(found.kind), found.text
        if found.guess:
            guesses[found.guess, found.phrase].append((row, found))
    known = any(rows.kind.find(KINDS.index(kind)) >= 0 for kind in (Kind.MEDIA, Kind.DELETED))
    names = {folded(name) for name in rows.names[:_NAMES] if name}
    for (kind, phrase), told in guesses.items():
        no_picture = kind is Kind.MEDIA and (known or any(name in phrase for name in names))
        if len(told) >= told[0][1].often and not no_picture:
            _settle(rows, kind, [row for row, _ in told])
    for row, text in enumerate(rows.text[:_FIRST]):
        if folded(text).startswith(words().notice):
            rows.kind[row] = KINDS.index(Kind.SYSTEM)


def _said(rows: Rows) -> Collection[int]:
    """Return rows that look like a phone's words, and make text of them: it marks its own."""
    own = [row for kind in _OWN_KINDS for row in rows.like(kind) if rows.text[row]]
    unmarked = {row for row in own if not rows.text[row].startswith(LRM)}
    if len(unmarked) == len(own):
        return ()
    for row in unmarked:
        rows.kind[row] = TEXT
    return unmarked


def _settle(rows: Rows, kind: Kind, told: Sequence[int]) -> None:
    for row in told:
        rows.kind[row] = KINDS.index(kind)
        if kind is Kind.EDITED:
            rows.text[row] = _in_brackets(rows.text[row])[0]


def judged(text: str, *, iphone: bool) -> Judged:
    """Return what one message is that has marks, several lines, or brackets at its end."""
    own, body = text.startswith(LRM), text.lstrip(LRM)
    if _is_media(body, own=own, iphone=iphone):
        return Judged(Kind.MEDIA, body)
    if found := _behind(body, iphone=iphone):
        return found
    whole = folded(body)
    if own and iphone:
        return _own(body, whole)
    if whole in words().deleted:
        return Judged(Kind.DELETED, body)
    return Judged(Kind.CALL if whole in words().missed else Kind.TEXT, body)


def _is_media(body: str, *, own: bool, iphone: bool) -> bool:
    first = body.partition("\n")[0]
    if first.startswith("<") and folded(first.strip("<>")) in words().media:
        return True
    if (file := _FILE.fullmatch(first)) and _is_file(file, own=own):
        return True
    if _PLACE.fullmatch(first):
        return True
    last = body.rpartition(LRM)[2] if own or LRM in body else body
    return iphone and (folded(last) in words().omitted or _is_attached(body))


def _is_file(found: re.Match[str], *, own: bool) -> bool:
    known = folded(found["words"]) in words().attached
    return known or own or bool(_OWN_FILE.match(found["file"]))


def _is_attached(body: str) -> bool:
    if not body.endswith(">"):
        return False
    before, _, inside = plain(body).rpartition("<")
    return bool(_ATTACHED.fullmatch(inside) or _ATTACHED_ONCE.search(before + inside))


def _in_brackets(body: str) -> tuple[str, str]:
    """Return what stands before the last < and what stands in it, when the text ends with >."""
    before, bracket, inside = body.rpartition("<")
    return (before.rstrip(MARKS + SPACES + "\n"), inside[:-1]) if bracket else (body, "")


def _behind(body: str, *, iphone: bool) -> Judged | None:
    """Return what a message is at whose end the phone may have put something in < >."""
    if not body.endswith(">"):
        return None
    before, inside = _in_brackets(body)
    phrase = folded(inside)
    if phrase in words().edited or (iphone and before and body[: -len(inside) - 2].endswith(LRM)):
        return Judged(Kind.EDITED, before)
    if not 4 <= len(phrase) <= 60 or (phrase.isascii() and " " not in phrase):  # noqa: PLR2004 - <3, <br>
        return None
    return Judged(Kind.TEXT, body, Kind.EDITED if before else Kind.MEDIA, phrase)


def _own(body: str, whole: str) -> Judged:
    """Return what a message is that an iPhone marks as its own words."""
    known = words()
    if whole.startswith(tuple(known.deleted)):
        return Judged(Kind.DELETED, body)
    if whole.startswith((*known.call, *known.missed)):
        return Judged(Kind.CALL, body)
    if _POLL.match(body):
        return Judged(Kind.TEXT, body)
    guess = Kind.MEDIA if len(whole) <= _LONGEST and "\n" not in whole else None
    return Judged(Kind.SYSTEM, body, guess, whole, _OFTEN_OWN)
