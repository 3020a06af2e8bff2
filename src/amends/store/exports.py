"""Everything of one account as files that anyone can read."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from pydantic import JsonValue

from amends.practice import AsSeen, never_exported
from amends.store import rows
from amends.store.conversations import chat_tags
from amends.store.envelope import R, decode, decode_any
from amends.store.errors import DamagedRecord, NewerFolder
from amends.store.files import empty_folder, write_new
from amends.store.markdown import as_markdown
from amends.store.membership import Membership, OwnKeys
from amends.store.vault import Vault
from amends.together import Invitation, OwnIdea, Release, Ticks
from amends.vault import AccountKeys

CHATS_STAY = (
    "Imported chats are not in it, because they hold what another person wrote. A backup has them."
)
WARNING = "This folder is plain text: whoever opens it can read it, and amends cannot delete it."


@dataclass(frozen=True)
class Entry:
    """One record on its way out: its fields as JSON has them, and `of` to see it as it was kept."""

    kind: str
    id: str
    revision: int
    saved: datetime
    fields: dict[str, JsonValue]
    plain: bytes = field(repr=False)

    def of(self, kind: type[R]) -> R | None:
        """Return the record when it is of this kind, otherwise None."""
        return decode(kind, self.plain)[0] if self.kind == kind.KIND else None


@dataclass(frozen=True)
class Exported:
    """The files by name, how many records are in them or not, and the warning that goes with it."""

    files: dict[str, bytes] = field(repr=False)
    written: int
    left_out: int
    damaged: int
    warning: str = WARNING


def export(
    vault: Vault, folder: Path, stays: Callable[[Entry], bool], notice: str = ""
) -> Exported:
    """Write Markdown, JSON and (for plain tables) CSV, one of each for every kind, as plain text.

    `stays` answers for each record whether it is left out: an export must not be the way to a draft
    that the gate holds. What is never exported is left out whatever it answers. `notice` is added
    to README.md. Raises FolderNotEmpty, FullDisk.
    """
    exported = _export(vault, stays, notice)
    empty_folder(folder)
    for name, content in exported.files.items():
        write_new(folder / name, content)
    return exported


def export_bytes(vault: Vault, stays: Callable[[Entry], bool], notice: str = "") -> bytes:
    """Return the same files as one zip, for a browser to save."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in _export(vault, stays, notice).files.items():
            archive.writestr(name, content)
    return out.getvalue()


_KEYS = (OwnKeys.KIND, Membership.KIND, Ticks.KIND, Release.KIND)
"""Kinds that are keys, or say what they belong to: in plain they would open what is sealed."""


def _may_leave(entry: Entry) -> bool:
    is_shut = never_exported(entry.kind) or entry.kind in _KEYS
    return not is_shut and not _holds_their_words(entry)


def _holds_their_words(entry: Entry) -> bool:
    """Say whether it is an idea of the other, taken up with a yes, or asked of them anew."""
    asked = entry.of(Invitation)
    idea = asked.own if asked else entry.of(OwnIdea)
    return idea is not None and idea.is_theirs


_THEIR_FIELDS = {AsSeen.KIND: frozenset({"what"})}
"""Fields in which the other's words stand beside one's own: these are left out."""


def _own_fields(entry: Entry) -> Entry:
    theirs = _THEIR_FIELDS.get(entry.kind, frozenset())
    return replace(entry, fields={n: v for n, v in entry.fields.items() if n not in theirs})


def _export(vault: Vault, stays: Callable[[Entry], bool], notice: str) -> Exported:
    found, damaged = _entries(vault)
    wanted = [_own_fields(one) for one in found if _may_leave(one) and not stays(one)]
    left_out = len(found) - len(wanted)
    files = {"README.md": _readme(len(wanted), left_out, damaged, notice).encode()}
    for kind, entries in _by_kind(wanted).items():
        files |= _files(kind, entries)
    return Exported(files, len(wanted), left_out, damaged)


def _entries(vault: Vault) -> tuple[list[Entry], int]:
    """Return every record that opens, oldest first, and how many did not.

    An imported conversation stays unopened: it holds what another person wrote.
    """
    found, damaged, chats = [], 0, chat_tags(vault.keys)
    for row in rows.sealed_rows(UUID(bytes=vault.account)):
        if row.kind_tag in chats:
            continue
        try:
            found.append(_entry(row, vault.keys))
        except (DamagedRecord, NewerFolder):
            damaged += 1
    return found, damaged


def _entry(row: rows.Row, keys: AccountKeys) -> Entry:
    plain = row.open(keys)
    inside = decode_any(plain)
    return Entry(inside.kind, row.record_id.hex, row.revision, inside.saved, inside.fields, plain)


def _by_kind(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    kinds = defaultdict(list)
    for entry in entries:
        kinds[entry.kind].append(entry)
    return kinds


def _readme(written: int, left_out: int, damaged: int, notice: str) -> str:
    counts = f"Records: {written}. Left out: {left_out}. Damaged, not readable: {damaged}."
    parts = ("# Export", WARNING, notice, CHATS_STAY, counts)
    return "\n\n".join(part for part in parts if part) + "\n"


def _files(kind: str, entries: list[Entry]) -> dict[str, bytes]:
    sections = [(f"{entry.saved:%Y-%m-%d %H:%M} UTC", entry.fields) for entry in entries]
    files = {
        f"{kind}.json": _as_json(entries).encode(),
        f"{kind}.md": as_markdown(kind, sections).encode(),
    }
    if all(_is_flat(entry) for entry in entries):
        files[f"{kind}.csv"] = _as_csv(entries).encode()
    return files


def _as_json(entries: list[Entry]) -> str:
    table = [
        {
            "id": entry.id,
            "revision": entry.revision,
            "saved": entry.saved.isoformat(),
            "fields": entry.fields,
        }
        for entry in entries
    ]
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def _is_flat(entry: Entry) -> bool:
    return not any(isinstance(value, dict | list) for value in entry.fields.values())


def _as_csv(entries: list[Entry]) -> str:
    names = list(dict.fromkeys(name for entry in entries for name in entry.fields))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["id", "saved", *names], restval="")
    writer.writeheader()
    writer.writerows(
        {"id": entry.id, "saved": entry.saved.isoformat()} | entry.fields for entry in entries
    )
    return out.getvalue()
