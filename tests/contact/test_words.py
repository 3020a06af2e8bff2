import re
from pathlib import Path

import pytest

from amends.contact import Reason, State, Words
from amends.text import CONTENT, ContentError

ENGLISH = (CONTENT / "en" / "gate.toml").read_text(encoding="utf-8")
UNWANTED = r"(?i)!|\b(just|simply|toxic|narciss\w*|you've got this|journey to healing)\b"


def written(folder: Path, text: str) -> Path:
    (folder / "en").mkdir()
    (folder / "en" / "gate.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_state_and_reason_has_its_words() -> None:
    words = Words.load("en")

    assert (set(words.states), set(words.reasons)) == (set(State), set(Reason))
    assert words.instead["unsent"] == "Write what you will not send"
    assert words.channels["in-person"] == "In person"


def test_every_sentence_can_be_filled_in() -> None:
    places = {"day": "on Sunday", "time": "in five hours", "topics": "school"}
    sentences = [one.format(**places) for one in Words.load("en").reasons.values()]

    assert not any("{" in one or "}" in one for one in sentences)
    assert all(one[0].isupper() and one.endswith(".") for one in sentences)


def test_the_words_are_calm() -> None:
    assert re.findall(UNWANTED, ENGLISH) == []
    assert max(len(one.split()) for one in Words.load("en").reasons.values()) <= 40


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[reason.open]", "[reason.opened]", "[reason.open] is missing"),
        ("[channel]", "[state.apart]\n[channel]", "nothing asks for [state.apart]"),
        ("[instead.help]", "[instead.helped]", "[instead.help] is missing"),
        ('name = "No answer"', 'name = " "', "state.no_reply.name has no text"),
        ('name = "No answer"', "name = 3", "state.no_reply.name has no text"),
        ("It is over {day}.", "It is over {date}.", "a place that nothing fills"),
        ("It is over {day}.", "It is over {day.", "a brace too many"),
        ('name = "No answer"', "name = No answer", "this is not TOML"),
        ("[channel]", "[channels]", "the part [channel] is missing"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    folder = written(tmp_path, ENGLISH.replace(old, new, 1))

    with pytest.raises(ContentError) as found:
        Words.load("en", folder)
    assert problem in found.value.problem
    assert found.value.path == folder / "en" / "gate.toml"
    assert found.value.hint


def test_a_missing_or_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        Words.load("xx", tmp_path)

    written(tmp_path, "")
    (tmp_path / "en" / "gate.toml").write_bytes(b"\xff")
    with pytest.raises(ContentError, match="not UTF-8"):
        Words.load("en", tmp_path)
