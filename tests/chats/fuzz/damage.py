"""What can happen to the bytes of an export, from one seed always the same."""

import json
import random
import re
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from io import BytesIO

NASTY = (
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\x8e", b"\r", b"\n\n",
    b"{", b"[" * 3000, b'{"a":' * 3000, b'"', b"\\", b"\\ud83d", b"null", b"-1", b"9" * 30,
    b"9" * 5000, b"1e400", b"NaN", b"[]", b"{}", b"true", b"<", b"<div>" * 3000, b"</div>",
    b"&#x110000;", b"&#xd800;", b"<!--", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\t",
    b'""', b"a" * 20_000, b"\n" * 5000, b": " * 5000, b"1/2/2024, " * 800, b"\xe2\x80\xaf",
    b"\x1a", b"\xe0\xb9\x97", b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59", b"<br>" * 3000,
)  # fmt: skip
_DIGITS = re.compile(rb"\d+")
_TAGS = re.compile(rb"<[^<>]{0,200}>")
_MOST = 2**19
"""Bytes of one damaged file: enough for anything, and thousands a second."""
_VALUES: tuple[object, ...] = (
    None, True, -1, 0, 2**70, 1e308, float("nan"), "", "\0", "a" * 5000, [], {}, [[]], [None],
    {"text": {"text": 1}}, "2024-02-30T25:61:61", "\ud83d", "-9223372036854775808", "1e5", 1.5,
)  # fmt: skip

Damage = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def damaged(content: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    """Return a file after one to five things went wrong; `others` are files to splice in."""
    for _ in range(dice.randint(1, 5)):
        content = _kind_of(content, dice)(content, dice, others)[:_MOST]
    return content


def _kind_of(content: bytes, dice: random.Random) -> Damage:
    known = list(_ANYWHERE)
    if content.startswith(b"SQLite format 3\0"):
        known += [_cells, _bits, _bits]
    elif content.lstrip(b"\xef\xbb\xbf \r\n")[:1] in {b"{", b"["}:
        known += [_values, _values, _values]
    elif b"</" in content[:4000]:
        known += [_tags, _tags]
    return dice.choice(known)


def _piece(content: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randint(0, len(content))
    return start, min(len(content), start + dice.choice((1, 2, 8, 40, 400, 4000)))


def _cut(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    return content[: dice.randint(0, len(content))]


def _behead(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    return content[dice.randint(0, len(content)) :]


def _drop(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _piece(content, dice)
    return content[:start] + content[end:]


def _repeat(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _piece(content, dice)
    return content[:start] + content[start:end] * dice.choice((2, 3, 50)) + content[end:]


def _turn(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _piece(content, dice)
    return content[:start] + content[start:end][::-1] + content[end:]


def _put(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    start, nasty = dice.randint(0, len(content)), dice.choice(NASTY)
    return content[:start] + nasty + content[start:]


def _over(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    start, nasty = dice.randint(0, len(content)), dice.choice(NASTY)
    return content[:start] + nasty + content[start + len(nasty) :]


def _bits(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    found = bytearray(content)
    for _time in range(dice.choice((1, 2, 20)) if found else 0):
        found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
    return bytes(found)


def _splice(content: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    other = dice.choice(others)
    start, end = _piece(other, dice)
    middle = dice.randint(0, len(content))
    return content[:middle] + dice.choice((other[start:end], other[start:])) + content[middle:]


def _number(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    places = list(_DIGITS.finditer(content, *_piece(content, dice)))
    if not places:
        return content
    one = dice.choice(places)
    new = dice.choice((b"0", b"99", b"-5", b"9" * 19, b"9" * 400, b"", b"2569", b"31"))
    return content[: one.start()] + new + content[one.end() :]


def _lines(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(4)
    if kind == 0:
        lines[first], lines[second] = lines[second], lines[first]
    elif kind == 1:
        lines.insert(first, lines[second])
    elif kind == 2:
        lines[first] *= dice.choice((2, 40))
    else:
        del lines[min(first, second) : max(first, second)]
    return b"\n".join(lines)


def _encoding(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    text = content.decode("utf-8", "replace")
    written = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp949", "cp932", "utf-7", "utf-8-sig")
    return text.encode(dice.choice(written), "replace")


def _tags(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    places = list(_TAGS.finditer(content, *_piece(content, dice)))
    if len(places) < 2:
        return content
    one, other = sorted(dice.sample(places, 2), key=lambda found: found.start())
    middle = content[one.end() : other.start()]
    return content[: one.start()] + other[0] + middle + one[0] + content[other.end() :]


def _values(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    """Put something else in the place of one value of a JSON file."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return content
    place: object = whole
    while True:
        keys = _keys(place)
        if not keys:
            return content
        key = dice.choice(keys)
        inside = place[key]  # type: ignore[index]
        if not _keys(inside) or dice.random() < 0.15:
            break
        place = inside
    if dice.random() < 0.2:
        del place[key]  # type: ignore[attr-defined]
    else:
        place[key] = dice.choice((*_VALUES, whole if len(content) < 1000 else None))  # type: ignore[index]
    try:
        return json.dumps(whole, ensure_ascii=dice.random() < 0.5).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return content


def _keys(value: object) -> Sequence[object]:
    return list(value) if isinstance(value, dict) else range(len(value)) if _is_list(value) else ()  # type: ignore[arg-type]


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _cells(content: bytes, dice: random.Random, _: Sequence[bytes]) -> bytes:
    """Put something else in the place of a column's values in a database."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(content)
            found = "SELECT name FROM sqlite_master WHERE type = 'table'"
            table = dice.choice([name for (name,) in database.execute(found)])
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
            values = (None, -1, 2**62, 1e300, "", "a\0b", b"\xff\xfe", b"NSString\1\x80\x84\1+\x82")
            some = f'UPDATE "{table}" SET "{dice.choice(columns)}" = ? WHERE rowid % ? = 0'  # noqa: S608 - our own
            database.execute(some, (dice.choice(values), dice.choice((1, 2, 3))))
            if dice.random() < 0.1:
                database.execute(f'DROP TABLE "{dice.choice([table])}"')
            database.commit()
            return database.serialize()
        except (sqlite3.Error, IndexError, OverflowError, UnicodeDecodeError):
            return content


def packed(files: Sequence[tuple[str, bytes]], dice: random.Random) -> bytes:
    """Return files as a zip, in which names or bytes may be damaged, too."""
    whole = BytesIO()
    way = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(whole, "w", way) as archive:
        for name, content in files:
            archive.writestr(_name(name, dice), content)
    content = whole.getvalue()
    return _bits(content, dice, ()) if dice.random() < 0.3 else content


def _name(name: str, dice: random.Random) -> str:
    others = ("result.json", "message_1.json", "chat.db", "../x", "a" * 300, "messages.html", "é\\")
    return dice.choice(others) if dice.random() < 0.1 else name


_ANYWHERE: tuple[Damage, ...] = (
    _cut, _behead, _drop, _repeat, _turn, _put, _put, _over, _bits, _splice, _number, _number,
    _lines, _encoding,
)  # fmt: skip
