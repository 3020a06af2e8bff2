"""A passphrase comes from the keyboard, a file or a pipe; it is never shown."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest

from tests.cli.conftest import CANARY, Amends, Notes
from tests.store.cast import ALICE


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


def test_the_keyboard_is_asked_and_shows_nothing(
    notes: Notes, terminal: tuple[int, int], tmp_path: Path
) -> None:
    keyboard, screen = terminal
    words = ["export", str(tmp_path / "out"), "--data", str(notes.folder)]
    with subprocess.Popen(
        [sys.executable, "-m", "amends", *words],
        stdin=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        assert asks(program)
        os.write(keyboard, f"{ALICE}\n".encode())
        told, warned = program.communicate()

    assert (program.returncode, warned) == (0, b"\n")
    assert told.startswith(b"The export is in ")
    assert select([keyboard], [], [], 0)[0] == []


def asks(program: "subprocess.Popen[bytes]") -> bool:
    assert program.stderr
    said = b""
    while (one := program.stderr.read(1)) and not said.endswith(b"Your passphrase:"):
        said += one
    return bool(one)


def test_a_file_gives_it_in_its_first_line(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase.txt"
    secret.write_bytes(f"{ALICE}\r\nsomething else\n".encode())
    words = ["--data", notes.folder, "--passphrase-file", secret]

    assert amends("export", tmp_path / "out", *words).code == 0


def test_an_empty_one_is_told(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin="\n")

    assert (said.code, said.out) == (2, "")
    assert "amends: the passphrase is empty\nhint: " in said.err


def test_a_missing_file_of_it_is_told(notes: Notes, amends: Amends, tmp_path: Path) -> None:
    words = ["--data", notes.folder, "--passphrase-file", CANARY]

    said = amends("export", tmp_path / "out", *words)

    assert (said.code, said.out) == (2, "")
    assert "amends: there is no such file\nhint: " in said.err
    assert CANARY not in said.err
