"""Signs of danger in a text: what is found, what is left alone, and how examples are kept."""

from pathlib import Path
from shutil import copytree

import pytest

from amends.safety import HEARD_AS, Signs, check_signs, crisis
from amends.text import CONTENT
from tests.safety.crisis.examples import OTHERS, SIGNS, UNSEEN

ALL = Signs.load("en")
THEMES = {theme.path.stem: theme for theme in ALL.themes}
FLAGS = [(name, text) for name, theme in THEMES.items() for text in theme.flags]
LEFT_ALONE = [(name, text) for name, theme in THEMES.items() for text in theme.leaves_alone]


def hears(chance: float) -> object:
    """Return a second listener that always gives this chance to self-harm, and 0 to the rest."""
    return lambda _, label: chance if label == HEARD_AS else 0.0


@pytest.mark.parametrize(("theme", "text"), FLAGS)
def test_a_theme_finds_its_own_examples(theme: str, text: str) -> None:
    assert Signs((THEMES[theme],), ALL.words).find(text)


@pytest.mark.parametrize(("theme", "text"), LEFT_ALONE)
def test_no_theme_finds_what_one_leaves_alone(theme: str, text: str) -> None:
    assert not crisis(text), theme


def test_there_are_two_hundred_examples_of_our_own_and_half_are_near_misses() -> None:
    found, near = len(SIGNS) + len(UNSEEN.signs), len(OTHERS) + len(UNSEEN.others)

    assert found + near >= 200
    assert near >= found


def test_phrases_alone_find_nearly_all_signs_that_they_were_written_for() -> None:
    missed = [text for text in SIGNS if not crisis(text)]

    assert len(missed) <= 0.04 * len(SIGNS)


def test_phrases_alone_take_hardly_any_near_miss_for_a_sign() -> None:
    taken = [text for text in OTHERS if crisis(text)]

    assert len(taken) <= 0.02 * len(OTHERS)


def test_an_idiom_does_not_hide_what_stands_beside_it() -> None:
    assert not crisis("I was killing myself laughing.")
    assert crisis("I was killing myself laughing, and at night I think about killing myself.")


def test_quoted_words_are_read_too() -> None:
    assert crisis('I said to the nurse: "I want to die."')


def test_the_second_listener_is_believed_when_it_is_sure() -> None:
    text = "The long one, this time."

    assert crisis(text, hears(0.99))  # type: ignore[arg-type]
    assert not crisis(text, hears(0.05))  # type: ignore[arg-type]
    assert not crisis(text)


def test_phrases_do_not_wait_for_the_second_listener() -> None:
    assert crisis("I want to die.", hears(0.0))  # type: ignore[arg-type]


def test_no_text_is_no_sign() -> None:
    assert not crisis("")
    assert not crisis("  \n ")


def test_a_mistake_in_a_theme_is_told_with_its_line(tmp_path: Path) -> None:
    home = Path(copytree(CONTENT / "en", tmp_path / "en"))
    theme = home / "crisis" / "means.md"
    written = theme.read_text(encoding="utf-8")
    theme.write_text(written.replace("phrases = [", 'phrases = [\n  "(broken",', 1), "utf-8")

    (mistake,) = check_signs(home)

    assert mistake.path == theme
    assert mistake.line == 3


def test_a_theme_without_examples_is_a_mistake(tmp_path: Path) -> None:
    home = Path(copytree(CONTENT / "en", tmp_path / "en"))
    theme = home / "crisis" / "means.md"
    theme.write_text(theme.read_text(encoding="utf-8").partition("## Leaves alone")[0], "utf-8")

    (mistake,) = check_signs(home)

    assert "Leaves alone" in mistake.problem
