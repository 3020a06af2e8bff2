"""What is measured of chats is published where it belongs, and nowhere else."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.chats import CLOSES, OPENS, STYLES, write
from benchmarks.made import main
from benchmarks.readers import LIMIT


def test_figures_stand_between_their_marks_and_all_else_stays(tmp_path: Path) -> None:
    page = tmp_path / "chats.md"
    page.write_text(f"# Chats\n{OPENS}\nold\n{CLOSES}\nmore {CLOSES}\n", encoding="utf-8")

    write("| new |", page)

    shown = page.read_text("utf-8")
    assert shown == f"# Chats\n{OPENS}\n| new |\n{CLOSES}\nmore {CLOSES}\n"


@pytest.mark.parametrize("style", STYLES)
def test_the_pass_that_is_the_limit_finds_every_message(style: str, tmp_path: Path) -> None:
    main(str(tmp_path / "chat.txt"), style, "200")
    command = [sys.executable, "-c", LIMIT.decode(), str(tmp_path / "chat.txt")]

    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert told == "200\n"
