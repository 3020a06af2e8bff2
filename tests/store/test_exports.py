"""Everything can be taken out in plain text, except what the gate holds."""

import csv
import io
import json
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from pydantic import JsonValue

from amends.store import Entry, FolderNotEmpty, Vault, export, export_bytes
from amends.store.exports import WARNING
from amends.store.markdown import as_markdown
from amends.store.models import Record
from amends.store.wall import writing
from tests.store.cast import Letter, Note


def nothing_stays(entry: Entry) -> bool:
    del entry
    return False


def letters_to_bob_stay(entry: Entry) -> bool:
    letter = entry.of(Letter)
    return letter is not None and letter.to == "Bob"


def test_it_writes_every_kind_in_full(alice: Vault, tmp_path: Path) -> None:
    note, letter = alice.put(Note("I was late.")), alice.put(Letter("Bob", ("One.", "Two.")))
    export(alice, tmp_path / "out", nothing_stays)

    notes, letters = (
        json.loads((tmp_path / "out" / f"{kind}.json").read_text()) for kind in ("note", "letter")
    )
    assert [(one["id"], one["fields"]) for one in notes] == [
        (note.id.hex(), {"text": "I was late."})
    ]
    assert [(one["id"], one["fields"]["lines"]) for one in letters] == [
        (letter.id.hex(), ["One.", "Two."])
    ]


def test_plain_tables_are_csv_too(alice: Vault, tmp_path: Path) -> None:
    alice.put(Note('two\nlines, and a "quote"'))
    alice.put(Letter("Bob", ("One.",)))
    export(alice, tmp_path / "out", nothing_stays)

    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "note.csv").read_bytes().decode())))
    assert rows[0]["text"] == 'two\nlines, and a "quote"'
    assert not (tmp_path / "out" / "letter.csv").exists()


def test_it_says_that_it_is_plain_text(alice: Vault, tmp_path: Path) -> None:
    exported = export(alice, tmp_path / "out", nothing_stays, notice="Not therapy.")
    readme = (tmp_path / "out" / "README.md").read_text()

    assert exported.warning == WARNING
    assert WARNING in readme
    assert "Not therapy." in readme


def test_what_the_gate_holds_stays(alice: Vault, tmp_path: Path) -> None:
    alice.put(Letter("Bob", ("canary-7f3a",)))
    alice.put(Letter("Charlie", ("Thank you.",)))
    exported = export(alice, tmp_path / "out", letters_to_bob_stay)
    written = b"".join(one.read_bytes() for one in (tmp_path / "out").iterdir())

    assert (exported.written, exported.left_out) == (1, 1)
    assert b"canary" not in written
    assert b"Thank you." in written


def test_a_folder_in_use_is_refused(alice: Vault, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(FolderNotEmpty):
        export(alice, tmp_path, nothing_stays)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["mine.txt"]


def test_only_the_owner_may_read_it(alice: Vault, tmp_path: Path) -> None:
    export(alice, tmp_path / "out", nothing_stays)
    modes = {one.stat().st_mode & 0o777 for one in (tmp_path / "out").iterdir()}

    assert (modes, (tmp_path / "out").stat().st_mode & 0o777) == ({0o600}, 0o700)


def test_a_browser_gets_the_same_files_as_a_zip(alice: Vault, tmp_path: Path) -> None:
    alice.put(Note("one"))
    exported = export(alice, tmp_path / "out", nothing_stays)

    with ZipFile(io.BytesIO(export_bytes(alice, nothing_stays))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == exported.files


def test_one_damaged_record_does_not_keep_the_others_in(alice: Vault, tmp_path: Path) -> None:
    damaged, _ = alice.put(Note("one")), alice.put(Note("two"))
    with writing(UUID(bytes=alice.account)):
        Record.objects.filter(record_id=UUID(bytes=damaged.id)).update(sealed=b"damaged")
    exported = export(alice, tmp_path / "out", nothing_stays)

    assert (exported.written, exported.damaged) == (1, 1)
    assert "Damaged, not readable: 1." in (tmp_path / "out" / "README.md").read_text()


def test_markdown_shows_what_lies_inside_one_another() -> None:
    fields: dict[str, JsonValue] = {
        "to": "Bob",
        "empty": "",
        "sent": False,
        "lines": ["One.", {"at": "Monday", "text": "first\nsecond"}],
    }

    assert as_markdown("letter", [("Monday", fields)]) == (
        "# letter\n\n## Monday\n\n- to: Bob\n- sent: no\n- lines:\n  - One.\n"
        "  - at: Monday\n    - text:\n      first\n      second\n"
    )
