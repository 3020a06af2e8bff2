"""Families of words: how phrases are read, and what each message says."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from amends.chats.patterns_file import check_patterns
from amends.chats.spoken import HARM, PhraseNotUnderstood, Spoken, expression
from amends.chats.talk import Talk
from amends.text import CONTENT
from tests.chats.patterns.conftest import heard

EXERCISES = {"space/clinging-audit", "space/my-days", "understand/first-exit"}
EXERCISES |= {"understand/assumptions", "understand/cause-map", "understand/cycles"}
EXERCISES |= {"work/another-way"}
HABITS = {path.stem for path in (CONTENT / "en/habits").glob("*.md")}


def says(text: str, family: str, spoken: Spoken) -> bool:
    """Say whether a text, in company, says a family."""
    one: Talk = spoken.heard_in(heard([0, 1, 2], [0, 1, 0], ["", text, "so\0so"]))
    return bool(one.says(family)[1])


@pytest.fixture(scope="module")
def english() -> Spoken:
    return Spoken.load("en")


@pytest.mark.parametrize(
    ("phrase", "text", "is_said"),
    [
        ("[so] sorry", "I am SO  sorry", True),
        ("[so] sorry", "sorry", True),
        ("thank you [very] [much]", "thank you much", True),
        ("(can|could) we talk", "could we\ntalk", True),
        ("don't go", "dont go", True),
        ("don't go", "don\u2019t go", True),
        ("tidy*", "tidying", True),
        ("debt", "debtor", False),
        ("hello ?", "hello?", True),
        ("hello ?", "hello", False),
        ("you never", "you nevertheless", False),
        ("in-laws", "my in-laws", True),
    ],
)
def test_a_phrase_is_heard_where_it_stands(phrase: str, text: str, is_said: bool) -> None:
    assert bool(expression([phrase]).search(text.encode())) is is_said


@pytest.mark.parametrize("phrase", ["(a", "a]", "[a", "]a[", "a + b", "...", "", " "])
def test_a_phrase_with_a_broken_sign_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseNotUnderstood):
        expression([phrase])


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("apologies", "I'm so sorry, I shouldn't have"),
        ("promises", "it won't happen again"),
        ("reassurance", "are you still mad at me?"),
        ("demands", "why aren't you answering"),
        ("heat", "you always do this"),
        ("repair", "that came out wrong"),
        ("thanks", "i really appreciate it"),
        ("good_news", "guess what"),
        ("gladness", "that's so exciting"),
        ("topic: money", "we can't afford it"),
    ],
)
def test_what_ships_hears_what_it_is_for(family: str, text: str, english: Spoken) -> None:
    assert says(text, family, english)


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("apologies", "don't be sorry"),
        ("apologies", "sorry to hear about your loss"),
        ("promises", "I can't promise that"),
        ("demands", "hello"),
        ("heat", "that is not enough milk"),
        ("heat", "you never know haha"),
        ("thanks", "thanks for nothing"),
        ("good_news", "I got home"),
        ("good_news", "bad news"),
    ],
)
def test_what_ships_leaves_alone_what_is_not_it(family: str, text: str, english: Spoken) -> None:
    assert not says(text, family, english)


def test_a_harm_in_ones_own_words_has_no_signs(english: Spoken) -> None:
    spoken = english.with_harms(["late (again)*, didn't call", "  "])

    assert says("LATE AGAIN.", f"{HARM}late (again)*, didn't call", spoken)
    assert says("you didnt call", f"{HARM}late (again)*, didn't call", spoken)
    assert len(spoken.families) == len(english.families) + 1


def test_a_message_says_several_things_at_once(english: Spoken) -> None:
    text = "sorry about the rent, I promise \U0001f622 \ud83d"

    said = [family.name for family in english.families if says(text, family.name, english)]

    assert said == ["apologies", "promises", "topic: money"]


def test_what_ships_has_no_mistake() -> None:
    assert list(check_patterns(CONTENT / "en", EXERCISES, HABITS)) == []


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a change to one file of a copy of the content."""

    def change(home: Path) -> None:
        path = home / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (replaced("chats.toml", '"never again"', '"(never again"'), "is not understood"),
        (replaced("chats.toml", "[heat]", "[heet]"), "the key `heet` is unknown"),
        (replaced("chats.toml", "unless = [", "except = ["), "the key `except` is unknown"),
        (replaced("patterns/starts.toml", "{other}", "{others}"), "in place of {others}"),
        (replaced("patterns/starts.toml", "{count}", "many"), "does not say {count}"),
        (replaced("patterns/starts.toml", "mine =", "me ="), "the key `me` is unknown"),
        (replaced("patterns/starts.toml", "{other}", "{other"), "without its other half"),
        (replaced("patterns/starts.toml", "space/my-days", "space/days"), "no exercise"),
        (replaced("patterns/thanks.toml", "no-thanks", "thanks"), "there is no habit `thanks`"),
        (replaced("patterns/thanks.toml", "habit =", "# habit ="), "it leads nowhere"),
        (replaced("patterns/thanks.toml", "theirs =", "# theirs ="), "`theirs` is missing"),
        (replaced("patterns/topics.toml", "ours =", "# ours ="), "`ours` is missing"),
        (lambda home: (home / "patterns/night.toml").unlink(), "there is no such file"),
        (
            lambda home: (home / "patterns/night.toml").rename(home / "patterns/nights.toml"),
            "no pattern has this name",
        ),
    ],
)
def test_each_mistake_is_told(
    change: Callable[[Path], object], problem: str, tmp_path: Path
) -> None:
    home = copytree(CONTENT / "en", tmp_path / "en")
    change(home)

    told = [str(one) for one in check_patterns(home, EXERCISES, HABITS)]

    assert any(problem in one for one in told)
