"""What two may both like: what ships, what is left out, and what is told of mistakes."""

import shutil
from pathlib import Path

import pytest

from amends.text import CONTENT
from amends.together import check_interests, hurt_interests, load_interests, without_hurt
from amends.together.mentioning import mentions

INTERESTS = load_interests("en")


def test_there_are_about_sixty_in_groups() -> None:
    assert 55 <= len(INTERESTS) <= 75
    assert len({one.group for one in INTERESTS}) == 9


def test_each_is_heard_by_three_to_ten_words() -> None:
    assert all(3 <= len(one.words) <= 10 for one in INTERESTS)


def test_what_ships_is_sound() -> None:
    assert list(check_interests(CONTENT / "en")) == []


def test_what_hurts_is_not_shown_as_shared() -> None:
    assert without_hurt({"boats", "baking"}, {"boats"}) == {"baking"}


def test_a_word_about_a_hurt_finds_the_interests_that_it_touches() -> None:
    assert hurt_interests(INTERESTS, {"ferry"}) == {"boats"}
    assert "cooking" in hurt_interests(INTERESTS, {"cooking"})
    assert hurt_interests(INTERESTS, set()) == frozenset()


def test_short_words_are_heard_only_as_a_whole() -> None:
    assert mentions("Two days by the sea", ["sea"])
    assert mentions("The seas of the world", ["Sea"])
    assert not mentions("The season begins", ["sea"])


def test_signs_in_a_word_are_only_signs() -> None:
    assert not mentions("A walk", ["w.lk", "(", " "])


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('id = "hiking"', 'id = "walking"', "the id `walking` is there twice"),
        ('title = "Hiking"', 'title = "walking"', "the title `walking` is there twice"),
        ('group = "Moving"', "", "`group` is missing"),
        ('words = ["walk", ', 'words = ["walk"] #', "too few words, or too many"),
        ("[[interest]]", "[[intrest]]", "the key `intrest` is unknown here"),
        ('"Walking"', '"Walking', "the file is not TOML"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    shutil.copytree(CONTENT / "en" / "together", tmp_path / "together")
    path = tmp_path / "together" / "interests.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")

    assert any(told in one.problem and one.hint for one in check_interests(tmp_path))
