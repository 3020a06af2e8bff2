"""From paths to one conversation: each export by its importer, then merged, doubles removed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from amends.chats.errors import ChatsError, DamagedExport, NoMessages, NotText, UnknownExport
from amends.chats.export import Export, open_export, open_folder, open_upload
from amends.chats.importers import Importer, importers_for
from amends.chats.message import NOBODY, Conversation, Messages, Source
from amends.chats.watching import Told, part_of, silent, watched

_NOT_TEXT = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"\x00\x00\x00", b"ID3", b"OggS",
    b"\x7fELF", b"MZ", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BM", b"II*\x00", b"MM\x00*",
)  # fmt: skip
"""How pictures, films, sound, programs and packed files begin."""


def read(
    paths: Iterable[Path], same: Mapping[str, str] | None = None, told: Told = silent
) -> Conversation:
    """Return one conversation from one export or several of the same two people.

    `same` leads from a name in an export to the name that it should have, where a person goes by
    several; `told` hears how far it is. Raises ChatsError, with `path` set to the export that could
    not be read.
    """
    given = list(paths)
    parts = (part_of(told, number, len(given)) for number in range(len(given)))
    read_ = [(path, *_read_one(path, part)) for path, part in zip(given, parts, strict=True)]
    sources = [_source(path, name, rows) for path, name, rows in read_]
    return merged([rows for _, _, rows in read_], tuple(sources), same or {})


def read_upload(name: str, content: bytes, told: Told = silent) -> Conversation:
    """Return the conversation in a file that lies in memory and on no disk; raises ChatsError."""
    form, rows = _rows_in(partial(open_upload, name, content), told)
    return merged([rows], (_source(name, form, rows),), {})


def read_folder(name: str, contents: Mapping[str, bytes], told: Told = silent) -> Conversation:
    """Return the conversation in the files of a folder, by their names in it; raises ChatsError."""
    form, rows = _rows_in(partial(open_folder, name, contents), told)
    return merged([rows], (_source(name, form, rows),), {})


def _read_one(path: Path, told: Told) -> tuple[str, Messages]:
    try:
        return _rows_in(partial(open_export, path), told)
    except ChatsError as error:
        error.add_note(str(path))
        raise


def _rows_in(opened: Callable[[], Export], told: Told) -> tuple[str, Messages]:
    try:
        export = watched(opened(), told)
        importer = _importer_for(export)
        rows = importer.read(export)
        if not rows:
            raise NoMessages
    except RecursionError as error:  # nested too deep for the readers of JSON and HTML
        raise DamagedExport from error
    return importer.NAME, rows


def _importer_for(export: Export) -> Importer:
    for importer in importers_for(export):
        if importer.identify(export):
            return importer
    if export.head.startswith(_NOT_TEXT):
        raise NotText
    raise UnknownExport


def _source(path: Path | str, name: str, rows: Messages) -> Source:
    return Source(str(path), name, len(rows), rows.zone, rows.order, tuple(rows.unread))


def merged(
    exports: Sequence[Messages], sources: tuple[Source, ...], same: Mapping[str, str]
) -> Conversation:
    """Return the rows of all exports in the order of time; one export keeps its own order.

    Doubles are removed; `same` leads from a name to the name that it should have.
    """
    if len(exports) == 1 and not same:
        return Conversation(exports[0], sources, bytes(len(exports[0])))
    order = [(number, row) for number, rows in enumerate(exports) for row in range(len(rows))]
    if len(exports) > 1:
        order.sort(key=lambda pair: exports[pair[0]].sent_at[pair[1]])
    kept = list(_once(exports, order, same))
    return _rows(exports, kept, sources, same)


def _once(
    exports: Sequence[Messages], order: Sequence[tuple[int, int]], same: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Yield rows without those that an earlier export has too: same minute, sender, text and kind.

    What someone really wrote twice in a minute is kept twice: each export is counted by itself.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    by_export: dict[int, Counter[tuple[object, ...]]] = {}
    for number, row in order:
        rows = exports[number]
        minute = rows.sent_at[row] // 60
        key = (minute, _name(rows, row, same), rows.text[row], rows.kind[row])
        own = by_export.setdefault(number, Counter())
        own[key] += 1
        if own[key] > seen[key]:
            seen[key] += 1
            yield number, row


def _name(rows: Messages, row: int, same: Mapping[str, str]) -> str:
    place = rows.sender[row]
    name = rows.people[place] if place != NOBODY else ""
    return same.get(name, name)


def _rows(
    exports: Sequence[Messages],
    kept: Sequence[tuple[int, int]],
    sources: tuple[Source, ...],
    same: Mapping[str, str],
) -> Conversation:
    merged, new = Messages(), {}
    for number, row in kept:
        rows = exports[number]
        merged.sent_at.append(rows.sent_at[row])
        merged.sender.append(merged.place_of(_name(rows, row, same)))
        merged.kind.append(rows.kind[row])
        merged.text.append(rows.text[row])
        new[number, row] = len(merged) - 1
    for (number, row), place in new.items():
        answered = exports[number].reply_to.get(row)
        if answered is not None and (number, answered) in new:
            merged.reply_to[place] = new[number, answered]
    return Conversation(merged, sources, [number for number, _ in kept])
