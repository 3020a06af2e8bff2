"""What a message is, when it is not plain text: told by the app's own marks and whole sentences."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from amends.chats.message import KINDS, Kind
from amends.chats.whatsapp.marks import MARKS, SPACES, plain
from amends.chats.whatsapp.rows import TEXT, Rows
from amends.chats.whatsapp.words import LRM, folded, is_like, words

_OWN_KINDS = tuple(KINDS.index(kind) for kind in (Kind.MEDIA, Kind.DELETED, Kind.CALL))
_FILE = re.compile(r"(?P<file>\S.{0,250}) \((?P<words>[^()\d]{2,40})\)")
_OWN_FILE = re.compile(r"[A-Z]{3}-\d{8}-WA\d{4}")
"""How Android names the files of the app: IMG-20260314-WA0001.jpg."""
_ATTACHED = re.compile(r"[^<>:\uff1a]{2,30}[:\uff1a] ?\S[^<>]{0,250}\.\w{1,5}>")
"""How iPhones write a file, in any language: <attached: 00000012-PHOTO-2026-03-14-21-05-12.jpg>."""
_ATTACHED_ONCE = re.compile(r"\.[a-zA-Z]\w{1,3} [^<>:\d]{2,30}>$")
"""And before 2018: 2017-03-14-PHOTO-00000012.jpg <attached>."""
_PLACE = re.compile(r"[^\n:]{2,30}: ?https://maps\.google\.com/\?q=[-\d.,]+")
_CALLED = re.compile(rf"[^\n]{{2,40}}[^\w\s] ?{LRM}[^\n]{{1,60}}")
"""How iPhones write a call, in any language: a mark stands before its second half, too."""
_OFTEN, _OFTEN_OWN = 2, 3
"""Where unknown words in < > come back so often in a file, a phone has written them; and so words
that an iPhone marks as its own are a picture left out, not a line about the chat."""
_NAMES = 50
"""So many names of a chat are looked for in unknown words: a picture left out has none in it."""
_LONGEST = 40
"""Letters of a phone's words for a picture left out, in any language that is known."""
_FIRST = 5
"""Among so many rows stands the line about encryption."""
_COMPARED = 100
"""So many unknown phrases are held against the known ones; what comes late came before."""


@dataclass(frozen=True)
class Judged:
    """What one message is, and its text without what is the phone's.

    Where the phone's words are new, the message is of the kind `guess` if they come `often`.
    """

    kind: Kind
    text: str
    guess: Kind | None = None
    phrase: str = ""
    own: bool = False

    @property
    def often(self) -> int:
        """Return how often the words must come."""
        return _OFTEN_OWN if self.own else _OFTEN


Guesses = defaultdict[tuple[Kind, str], list[tuple[int, Judged]]]
"""Rows with unknown words, by the kind that they may be, and by the words."""


def judge(rows: Rows, *, iphone: bool) -> None:
    """Settle the kinds of the odd rows, and take out of their texts what the phone put there.

    Pictures are guessed only while nothing shows that the language of the phone is known.
    """
    said = _said(rows) if iphone else ()
    guesses: Guesses = defaultdict(list)
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
    _notice(rows)
    _guess(rows, guesses)


def _notice(rows: Rows) -> None:
    for row, text in enumerate(rows.text[:_FIRST]):
        if folded(text).startswith(words().notice):
            rows.kind[row] = KINDS.index(Kind.SYSTEM)


def _guess(rows: Rows, guesses: Guesses) -> None:
    """Settle what words of a phone say that are not known: often, and of someone who talks."""
    known = _speaks_known(rows)
    names = _named(rows.names[:_NAMES])
    for number, ((kind, phrase), told) in enumerate(guesses.items()):
        if kind is Kind.EDITED:
            sure = len(told) >= _OFTEN or (number < _COMPARED and is_like(phrase, kind))
        elif names.search(phrase):
            sure = False
        elif number < _COMPARED and is_like(phrase, kind):
            sure = True
        else:
            sure = not known and (len(told) >= told[0][1].often or _talk(rows, told))
        if sure:
            _settle(rows, kind, [row for row, _ in told])


def _speaks_known(rows: Rows) -> bool:
    """Say whether something shows that the language of the phone is known well."""
    places = map(KINDS.index, (Kind.SYSTEM, Kind.DELETED, Kind.MEDIA))
    told = chain.from_iterable(islice(rows.like(place), _COMPARED) for place in places)
    return any(
        folded(rows.text[row].lstrip("<").rstrip(">")).startswith(words().full) for row in told
    )


def _named(names: Iterable[str | None]) -> re.Pattern[str]:
    """Return the expression for a text that holds one of some names."""
    known = (re.escape(folded(name)) for name in names if name and folded(name))
    ends = (rf"(?<!\w){name}(?!\w)" if name.isascii() else name for name in known)
    return re.compile("|".join(ends) or "(?!)")


def _talk(rows: Rows, told: Sequence[tuple[int, Judged]]) -> bool:
    """Say whether an iPhone's words stand where people do that say something, too.

    What a chat begins with is the line about encryption.
    """
    if not told[0][1].own or not told[-1][0]:
        return False
    said = chain(rows.like(TEXT), rows.like(KINDS.index(Kind.EDITED)))
    people = {rows.name[row] for row in said}
    return all(rows.name[row] in people for row, _ in told)


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
    if body.endswith(">") and folded(_in_brackets(body)[1]) in words().edited:
        return Judged(Kind.EDITED, _in_brackets(body)[0])
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
    if (file := _FILE.fullmatch(first)) and _is_file(file, own=own and not iphone):
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
    if iphone and before and body[: -len(inside) - 2].endswith(LRM):
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
    if "\n" in body:  # a poll: lines about a chat are one line
        return Judged(Kind.TEXT, body)
    if _CALLED.fullmatch(body):
        return Judged(Kind.CALL, body)
    guess = Kind.MEDIA if len(whole) <= _LONGEST else None
    return Judged(Kind.SYSTEM, body, guess, whole, own=True)
