"""The name of the patterns changes with all that has a say in what is found, and with no more."""

from pathlib import Path
from shutil import copytree

import pytest

from amends.chats import looked_with
from amends.chats.patterns_name import HERE
from amends.text import CONTENT

CONTENT_FILES = ["patterns/blame.toml", "chats.toml", "chats-rules.toml", "words/vices.txt"]
CONTENT_FILES += ["rules/horsemen/contempt.md", "chats-gladly.toml"]
CODE_FILES = ["patterns/thanks.py", "chance.py", "talk.py", "glad_words.py"]


def copied(folder: Path) -> tuple[Path, Path]:
    """Return copies of content and code."""
    copytree(CONTENT / "en", folder / "content" / "en")
    copytree(HERE, folder / "code")
    return folder / "content", folder / "code"


def test_the_same_patterns_have_the_same_name(tmp_path: Path) -> None:
    assert looked_with("en", *copied(tmp_path)) == looked_with()


@pytest.mark.parametrize("name", [*CONTENT_FILES, *CODE_FILES])
def test_every_change_makes_another_name(name: str, tmp_path: Path) -> None:
    content, code = copied(tmp_path)
    path = code / name if name in CODE_FILES else content / "en" / name

    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert looked_with("en", content, code) != looked_with()


def test_what_has_no_say_changes_nothing(tmp_path: Path) -> None:
    content, code = copied(tmp_path)

    (content / "en/urge.toml").write_text("", encoding="utf-8")

    assert looked_with("en", content, code) == looked_with()
