"""What Messenger and Instagram have in common: threads in files of JSON, each string mended."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from amends.chats.export import Export, ExportFile
from amends.chats.json_stream import Fields, JsonStream, fields, items, json_stream, plain, string
from amends.chats.message import Kind, Messages, Unread
from amends.chats.meta_words import kind_of_fields, notices
from amends.chats.several import PAIR, Chat, largest
from amends.chats.zones import UTC, stamp_seconds

NUMBERED = re.compile(r"(?:^|/)message_(\d{1,9})\.(?:json|html)$", re.IGNORECASE)
LOOKED_INTO = 20
"""Files of a folder whose start is looked at."""
UNNAMED = "?"
"""In place of someone whose account was deleted, and whose name the export left empty."""
_MOST_LATIN = "\u00ff"
_PLAIN = re.compile(rb'"(?:sender_name|thread_path|is_still_participant)"\s*:')
_ENCRYPTED = re.compile(rb'"(?:senderName|threadName)"\s*:')


@dataclass(frozen=True)
class Said:
    """One message; `stamp` is in milliseconds, UTC."""

    stamp: int
    sender: str
    text: str = field(repr=False)
    kind: Kind


@dataclass
class Thread:
    """What one file of a thread holds, the earliest message first."""

    people: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def mended(value: object) -> str:
    r"""Return a string as it was typed: exports hold the bytes of UTF-8 as if they were letters.

    >>> mended("Zo\u00c3\u00ab"), mended("Zo\u00eb"), mended("\u0142")
    ('Zoë', 'Zoë', 'ł')
    """
    if not isinstance(value, str) or value.isascii():
        return value if isinstance(value, str) else ""
    if max(value) <= _MOST_LATIN:
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return value
    return string(value)


def plain_files(export: Export) -> list[ExportFile]:
    """Return the files of threads of "Download your information", without media."""
    if export.only:
        return [one for one in export.files if _begins(one, _PLAIN)]
    named = export.named(".json")
    numbered = [one for one in named if NUMBERED.search(one.name)]
    if any(_begins(one, _PLAIN) for one in islice(numbered, LOOKED_INTO)):
        return numbered
    return [one for one in islice(named, LOOKED_INTO) if _begins(one, _PLAIN)]


def encrypted_files(export: Export) -> list[ExportFile]:
    """Return the files of encrypted threads: all JSON files that begin so, if an early one does."""
    others = [one for one in export.files if export.only or not NUMBERED.search(one.name)]
    others = others if export.only else [one for one in others if one.short.endswith(".json")]
    if not any(_begins(one, _ENCRYPTED) for one in islice(others, LOOKED_INTO)):
        return []
    return [one for one in others if _begins(one, _ENCRYPTED)]


def _begins(file: ExportFile, sign: re.Pattern[bytes]) -> bool:
    start = plain(file.start())
    has_list = b'"messages"' in start or b'"participants"' in start
    return start[:1] == b"{" and has_list and bool(sign.search(start))


def read_threads(export: Export) -> Messages:
    """Return the messages of the largest thread of two people, from all its files."""
    threads: dict[object, list[Thread]] = defaultdict(list)
    pairs: dict[frozenset[str], object] = {}
    for file in sorted(plain_files(export), key=newest_last):
        one = _read_file(file, _plain_message, turned=True)
        folder = file.name.rpartition("/")[0].rpartition("/")[2]
        pairs.setdefault(frozenset(one.people), folder)
        threads[folder].append(one)
    for file in encrypted_files(export):
        one = _read_file(file, _encrypted_message, turned=False)
        pair = frozenset(one.people)
        is_pair = len(pair) == PAIR
        threads[pairs.get(pair, pair) if is_pair else file.name].append(one)
    return largest(chat_of(parts) for parts in threads.values())


def newest_last(file: ExportFile) -> tuple[int, str]:
    """Return what puts message_2.json, which is older, before message_1.json."""
    number = NUMBERED.search(file.name)
    return -int(number[1]) if number else 0, file.name


def _read_file(
    file: ExportFile, message_in: Callable[[Fields], Said | None], *, turned: bool
) -> Thread:
    thread = Thread()
    with json_stream(file) as stream:
        for key in stream.fields():
            if key == "messages":
                _read_messages(stream, thread, message_in)
            elif key == "participants":
                thread.people = [name for one in items(stream.value()) if (name := _name(one))]
            else:
                stream.skip()
    put_in_order(thread.said, turned=turned)
    return thread


def _read_messages(
    stream: JsonStream, thread: Thread, message_in: Callable[[Fields], Said | None]
) -> None:
    for _ in stream.items():
        message = fields(stream.value())
        said = message_in(message)
        if said:
            thread.said.append(said)
        else:
            thread.unread.append(Unread(stream.line, string(message.get("type"))))


def _name(participant: object) -> str:
    return mended(participant.get("name")) if isinstance(participant, dict) else string(participant)


def put_in_order(said: list[Said], *, turned: bool) -> None:
    """Put the earliest message first; `turned` says how a file is that does not show it."""
    first, last = (said[0].stamp, said[-1].stamp) if said else (0, 0)
    if first > last or (first == last and turned):
        said.reverse()
    said.sort(key=lambda one: one.stamp)


def _plain_message(message: Fields) -> Said | None:
    stamp = _stamp(message.get("timestamp_ms"))
    if stamp is None and (second := stamp_seconds(message.get("timestamp"))) is not None:
        stamp = second * 1000  # the first exports of 2018 had seconds
    if stamp is None:
        return None
    text = mended(message.get("content"))
    kind = kind_of_fields(message, text)
    sender = mended(message.get("sender_name")) or UNNAMED
    return Said(stamp, sender, text or _shared(message), kind)


def _encrypted_message(message: Fields) -> Said | None:
    stamp = _stamp(message.get("timestamp"))
    if stamp is None:
        return None
    text = string(message.get("text"))
    kind = kind_of_fields(message, text)
    return Said(stamp, string(message.get("senderName")) or UNNAMED, text, kind)


def _stamp(value: object) -> int | None:
    seconds = stamp_seconds(value, 1000)
    return None if seconds is None else int(value)  # type: ignore[call-overload]


def _shared(message: Fields) -> str:
    share = fields(message, "share")
    return mended(share.get("link")) or mended(share.get("share_text"))


def chat_of(parts: Sequence[Thread]) -> Chat:
    """Return the rows of a thread from its files; what two files hold is kept once."""
    named = {name for part in parts for name in part.people}
    senders = {said.sender for part in parts for said in part.said}
    kind_of = notices(named | senders)
    rows = Messages(zone=UTC)
    for said in sorted(_once(parts), key=lambda one: one.stamp):
        kind = kind_of(said.text) if said.kind is Kind.TEXT else said.kind
        sender = "" if kind is Kind.SYSTEM else said.sender
        rows.add(said.stamp // 1000, sender, said.text, kind)
    rows.unread = [one for part in parts for one in part.unread]
    return Chat(rows, is_pair=PAIR in {len(named), len(named | senders)})


def _once(parts: Sequence[Thread]) -> Iterator[Said]:
    """Yield what was said, without what an earlier file had; each file is counted by itself."""
    seen: Counter[tuple[int, str, str]] = Counter()
    for part in parts:
        own: Counter[tuple[int, str, str]] = Counter()
        for said in part.said:
            key = (said.stamp // 1000, said.sender, said.text)
            own[key] += 1
            if own[key] > seen[key]:
                seen[key] += 1
                yield said
