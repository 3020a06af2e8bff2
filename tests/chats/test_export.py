"""A file, a folder or a zip is one export; what cannot be one is told in a sentence."""

import io
import zipfile
from pathlib import Path

import pytest

from amends.chats import (
    ChatsError,
    DamagedExport,
    EmptyExport,
    NotText,
    NotThere,
    TooLarge,
    UnknownExport,
    read,
)
from amends.chats.export import open_export


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_file_is_an_export_of_one(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(b"hello")

    assert open_export(path).head == b"hello"


def test_a_zip_and_a_folder_show_the_same_files(tmp_path: Path) -> None:
    files = {"inbox/a/message_1.json": b"{}", "readme.txt": b"words"}
    folder = tmp_path / "folder"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    both = [open_export(folder), open_export(packed(tmp_path / "a.zip", files))]

    assert [{one.name: one.whole() for one in export.files} for export in both] == [files, files]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyExport),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NotText),
        (b"\xff\xd8\xff\xe0" + bytes(200), NotText),
        (b"%PDF-1.7 and so on", NotText),
        (b"a letter to nobody, without a date", UnknownExport),
    ],
)
def test_what_is_no_export_is_told(tmp_path: Path, content: bytes, error: type[ChatsError]) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(content)

    with pytest.raises(error) as told:
        read([path])

    assert "." in told.value.problem


def test_a_name_without_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        read([tmp_path / "nothing.txt"])


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"_chat.txt": bytes(60 * 2**20)})

    with pytest.raises(TooLarge):
        open_export(path)


def test_a_zip_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("_chat.txt", b"[01.02.26, 10:00:00] Alice: hello\r\n" * 50)
    bytes_ = bytearray(whole.getvalue())
    bytes_[200:240] = bytes(40)  # the checksum no longer fits
    path = tmp_path / "a.zip"
    path.write_bytes(bytes_)

    with pytest.raises(DamagedExport):
        open_export(path).files[0].whole()


def test_an_empty_folder_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyExport):
        open_export(tmp_path)


def test_a_file_in_a_zip_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"?": b"1", "_chat.txt": b"talk"})
    path.write_bytes(path.read_bytes().replace(b"?", b"\0"))

    assert [one.name for one in open_export(path).files] == ["_chat.txt"]


def test_a_file_that_lies_before_its_zip_is_damage(tmp_path: Path) -> None:
    whole = packed(tmp_path / "a.zip", {"_chat.txt": b"talk"}).read_bytes()
    end = whole.rindex(b"PK\5\6")
    place = end + 16  # where the list of files is said to begin
    (tmp_path / "a.zip").write_bytes(whole[:place] + b"\xff\xff\0\0" + whole[place + 4 :])

    with pytest.raises(DamagedExport):
        open_export(tmp_path / "a.zip")


def test_what_computers_leave_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    litter = {"__MACOSX/._talk.txt": b"x", "Talk/.DS_Store": b"x", "Talk/Thumbs.db": b"x"}
    whole = packed(tmp_path / "a.zip", {**litter, "Talk/talk.txt": b"talk"})

    assert [one.name for one in open_export(whole).files] == ["Talk/talk.txt"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_text_in_two_bytes_a_letter_is_read_in_utf_8(encoding: str, tmp_path: Path) -> None:
    text = "a talk, long enough to show how it is written\n" + "Größe 😢\r\n" * 3000
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))

    (file,) = open_export(tmp_path / "a.txt").files

    assert file.whole() == text.encode()
    assert file.start(60) == text.encode()[:60]
