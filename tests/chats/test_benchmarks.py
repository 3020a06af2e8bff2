"""What is measured of chats is published where it belongs, and nowhere else."""

from pathlib import Path

from benchmarks.chats import CLOSES, OPENS, write


def test_figures_stand_between_their_marks_and_all_else_stays(tmp_path: Path) -> None:
    page = tmp_path / "chats.md"
    page.write_text(f"# Chats\n{OPENS}\nold\n{CLOSES}\nmore {CLOSES}\n", encoding="utf-8")

    write("| new |", page)

    shown = page.read_text("utf-8")
    assert shown == f"# Chats\n{OPENS}\n| new |\n{CLOSES}\nmore {CLOSES}\n"
