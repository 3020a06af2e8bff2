"""SMS Backup & Restore (Android): `sms-*.xml` with text messages, `calls-*.xml` with calls.

A file holds everybody whom the phone knows, often first all texts and then all messages with
pictures: rows are put in the order of time. Several files of one export are read as one, what two
of them hold is kept once. "null" is how an absent value is written. The owner is "Me".
Not checked on real exports: messages in groups by RCS.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from amends.chats.export import Export, ExportFile
from amends.chats.message import Kind, Messages, Unread
from amends.chats.numbers import UNKNOWN, aliases, key_of
from amends.chats.several import Chat, Names, largest
from amends.chats.xml_stream import Element, elements
from amends.chats.zones import LAST_SECOND, UTC

NAME = "SMS Backup & Restore"
ENDINGS = (".xml",)
HOLDS = ("<smses", "<calls", "<allsms")
ME = "Me"
_ROOTS = (b"<smses", b"<calls", b"<allsms")
_ABSENT = frozenset({"", "null", "(unknown)", "unknown"})
_NO_NUMBER = "insert-address-token"
"""In place of the owner's own number."""
_SECONDS_BELOW = 10**11
"""A stamp below is in seconds: in milliseconds it would be before 1974."""
_RECEIVED, _SENT, _DRAFT = "1", "2", "3"
_UNSENT = frozenset({"4", "5", "6"})
"""Waiting, failed, queued: written and meant to go."""
_FROM, _TO = "137", "151"
_SEND_REQUEST = "128"
_REPORTS = frozenset({"134", "135", "136"})
"""Kinds of picture message (`m_type`) that only say that one arrived or was read."""
_CALLS = {"1": "incoming", "2": "outgoing", "3": "missed", "4": "voicemail", "5": "rejected"}
_LAYOUT = frozenset({"application/smil"})
_TEXT = "text/plain"


@dataclass(frozen=True)
class _Row:
    """One message before its chat and its names are known; `sender` is a number's key, "" mine."""

    at: int
    sender: str
    kind: Kind
    text: str = field(repr=False)


@dataclass
class _Phone:
    """Everything in the files of one phone, by the people who took part."""

    rows: dict[frozenset[str], list[_Row]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, str] = field(default_factory=dict)
    named: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    own: set[str] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)


@dataclass
class _Picture:
    """A message with parts while it is read."""

    of: Element
    texts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)


def identify(export: Export) -> bool:
    """Say whether a file begins as the backups do."""
    return bool(_files(export))


def read(export: Export) -> Messages:
    """Return the messages with one person, those with whom there are most."""
    phone = _Phone()
    for file in _files(export):
        with file.opened() as stream:
            one = _Phone(shown=phone.shown, named=phone.named, own=phone.own, unread=phone.unread)
            take(one, elements(stream))
        _merge(phone, one)
    rows = largest(_chats(phone))
    rows.unread = [*phone.unread, *rows.unread]
    return rows


def _files(export: Export) -> list[ExportFile]:
    named = [export.only] if export.only else export.named(".xml")
    return [one for one in named if _is_backup(one.start())]


def _is_backup(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")[:1] == b"<" and any(
        one in head for one in _ROOTS
    )


def _merge(phone: _Phone, one: _Phone) -> None:
    """Add the rows of one file; those that were there before are there once."""
    for people, rows in one.rows.items():
        known = {*phone.rows[people]}
        phone.rows[people].extend(row for row in rows if row not in known)


def take(phone: _Phone, found: Iterable[Element]) -> None:
    """Add what the elements of one file say."""
    picture = None
    for element in found:
        if element.name == "mms":
            if not element.is_start and picture:
                _add_picture(phone, picture)
            picture = _Picture(element) if element.is_start else None
        elif element.is_start and element.name == "sms":
            _add_text(phone, element)
        elif element.is_start and element.name == "call":
            _add_call(phone, element)
        elif element.is_start and picture:
            _add_part(picture, element)


def _value(element: Element, name: str) -> str:
    value = element.attributes.get(name, "")
    return "" if value.strip().lower() in _ABSENT else value


def _add_text(phone: _Phone, element: Element) -> None:
    box = element.attributes.get("type", "").strip()
    person = _person(phone, _value(element, "address"), _value(element, "contact_name"))
    at = _milliseconds(element.attributes.get("date", ""))
    if at is None or box not in {_RECEIVED, _SENT, *_UNSENT}:
        phone.unread.append(Unread(element.line, _why(box)))
        return
    text = element.attributes.get("body", "")
    kind = Kind.MEDIA if text == "null" else Kind.TEXT
    sender = person if box == _RECEIVED else ""
    phone.rows[frozenset({person})].append(_Row(at, sender, kind, "" if text == "null" else text))


def _add_call(phone: _Phone, element: Element) -> None:
    kind = element.attributes.get("type", "").strip()
    person = _person(phone, _value(element, "number"), _value(element, "contact_name"))
    at = _milliseconds(element.attributes.get("date", ""))
    if at is None:
        phone.unread.append(Unread(element.line, "(a call without a time)"))
        return
    told = f"{_CALLS.get(kind, kind)} {_value(element, 'duration')}".strip()
    phone.rows[frozenset({person})].append(_Row(at, "" if kind == "2" else person, Kind.CALL, told))


def _add_part(picture: _Picture, element: Element) -> None:
    if element.name == "addr":
        address = _value(element, "address")
        picture.people.append((element.attributes.get("type", "").strip(), address))
    elif element.name == "part":
        kind = element.attributes.get("ct", "").strip().lower()
        if kind == _TEXT and (text := _value(element, "text")):
            picture.texts.append(text)
        elif kind not in _LAYOUT and kind != _TEXT:
            names = (_value(element, one) for one in ("cl", "name", "fn"))
            picture.files.append(next(filter(None, names), ""))


def _add_picture(phone: _Phone, picture: _Picture) -> None:
    element = picture.of
    box, report = (element.attributes.get(one, "").strip() for one in ("msg_box", "m_type"))
    at = _milliseconds(element.attributes.get("date", ""))
    if at is None or box == _DRAFT or report in _REPORTS:
        phone.unread.append(Unread(element.line, _why(box)))
        return
    people, sender = _people(phone, picture)
    text = "\n".join(picture.texts)
    subject = _value(element, "sub")
    if not text and not subject.startswith("proto:"):  # how RCS fills the field
        text = subject
    name = next(filter(None, picture.files), "")
    row = _Row(at, sender, Kind.TEXT if text else Kind.MEDIA, text or name)
    phone.rows[people].append(row)


def _people(phone: _Phone, picture: _Picture) -> tuple[frozenset[str], str]:
    """Return with whom a message with parts was exchanged, and who sent it."""
    element = picture.of
    addresses = [one for one in element.attributes.get("address", "").split("~") if one.strip()]
    name = _value(element, "contact_name") if len(addresses) == 1 else ""
    people = {_person(phone, one, name) for one in addresses} - {_NO_NUMBER}
    written = [key_of(one) for kind, one in picture.people if kind == _FROM and one]
    if _is_mine(element, written):
        return frozenset(people), ""
    if len(people) == 1:
        to = {key_of(one) for kind, one in picture.people if kind == _TO and one}
        phone.own |= to - people - {_NO_NUMBER}
    sender = next((one for one in written if one != _NO_NUMBER), "") or min(people, default=UNKNOWN)
    for kind, address in picture.people:
        if kind == _FROM and address:
            _person(phone, address, "")
    return frozenset(people or {sender}), sender


def _is_mine(element: Element, written: list[str]) -> bool:
    box = element.attributes.get("msg_box", "").strip()
    if box in {_RECEIVED, _SENT, *_UNSENT}:
        return box != _RECEIVED
    return element.attributes.get("m_type", "").strip() == _SEND_REQUEST or _NO_NUMBER in written


def _person(phone: _Phone, address: str, name: str) -> str:
    key = key_of(address)
    phone.shown.setdefault(key, address.strip() or UNKNOWN)
    if name.strip():
        phone.named[key][name.strip()] += 1
    return key


def _milliseconds(stamp: str) -> int | None:
    bare = stamp.strip()
    if not (bare.isascii() and bare.isdigit()) or len(bare) > len(str(LAST_SECOND * 1000)):
        return None
    at = int(bare) * 1000 if int(bare) < _SECONDS_BELOW else int(bare)
    return at if 0 < at < LAST_SECOND * 1000 else None


def _why(box: str) -> str:
    return "(a draft)" if box == _DRAFT else "(a message of a kind or a time that is not known)"


def _chats(phone: _Phone) -> Iterator[Chat]:
    same = aliases(phone.shown)
    own = {same.get(one, one) for one in phone.own}
    joined: dict[frozenset[str], list[_Row]] = defaultdict(list)
    for several, rows in phone.rows.items():
        people = frozenset(same.get(one, one) for one in several)
        joined[people - own or people].extend(rows)
    for people, rows in joined.items():
        if rows[0].at > rows[-1].at:  # newest first, so what has one time is the wrong way, too
            rows.reverse()
        yield Chat(_table(phone, same, rows), is_pair=len(people) == 1)


def _table(phone: _Phone, same: Mapping[str, str], rows: list[_Row]) -> Messages:
    names, table = Names(), Messages(zone=UTC)
    shown = {person: _name(phone, same, person) for person in {row.sender for row in rows}}
    for row in sorted(rows, key=lambda one: one.at):
        person = same.get(row.sender, row.sender)
        sender = names.name_of(person, shown[row.sender]) if person else ME
        table.add(row.at // 1000, sender, row.text, row.kind)
    return table


def _name(phone: _Phone, same: Mapping[str, str], person: str) -> str:
    """Return the name most often given to any spelling of a number, or the first spelling."""
    longer = same.get(person, person)
    known: Counter[str] = Counter()
    for one in {person, longer, *(short for short, long in same.items() if long == longer)}:
        known.update(phone.named.get(one, {}))
    return known.most_common(1)[0][0] if known else phone.shown.get(longer, longer)
