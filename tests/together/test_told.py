"""`amends content check` tells what is wrong in every file of this room."""

import shutil
from pathlib import Path

from amends.cli.commands.content_check import problems_in
from amends.text import CONTENT

NAMES = ("dates.toml", "interests.toml", "surprises.toml", "decks/06-us.toml")


def test_every_file_of_the_room_is_held_against_its_rules(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    paths = [folder / "en" / "together" / name for name in NAMES]
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8") + "\n[nonsense]\n", encoding="utf-8")

    told = {one.path for one in problems_in(folder) if "`nonsense`" in one.problem}

    assert told == {*paths}
