"""The journal's prompts and the guard's phrases: what ships, and what is told of mistakes."""

import shutil
from pathlib import Path

import pytest

from amends.practice import PROMPT_KINDS, Prompts, Turns, check_prompts, check_turns
from amends.text import CONTENT, ContentError

EVIDENCE = {"if-then", "writing-2013"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("prompts", "words"):
        shutil.copytree(CONTENT / "en" / name, tmp_path / "en" / name)
    shutil.copy(CONTENT / "en" / "looping.toml", tmp_path / "en")
    return tmp_path / "en"


def broken(home: Path, was: str, becomes: str, name: str = "prompts/distanced.toml") -> list[str]:
    path = home / name
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    return [one.problem for one in (*check_prompts(home, EVIDENCE), *check_turns(home))]


def test_there_are_nine_of_each_kind() -> None:
    prompts = Prompts.load("en")

    assert [len(prompts.of(kind)) for kind in PROMPT_KINDS] == [9] * 5


def test_each_ends_on_an_act() -> None:
    assert all(one.act.endswith(":") for one in Prompts.load("en").every)


def test_a_name_stands_where_it_belongs() -> None:
    prompt = Prompts.load("en").get("distanced/an-older-one")

    assert prompt is not None
    assert prompt.by_name("Sam").ask.startswith("Sam at eighty")
    assert prompt.by_name("").ask.startswith("This person at eighty")


def test_a_name_with_braces_is_only_a_name() -> None:
    prompt = Prompts.load("en").get("distanced/an-older-one")

    assert prompt is not None
    assert prompt.by_name("{me}{0}").ask.startswith("{me}{0} at eighty")


def test_the_prompt_that_rested_longest_is_next() -> None:
    prompts = Prompts.load("en")
    every = [one.id for one in prompts.of("night")]

    assert prompts.next("night", every[1:]).id == every[0]
    assert prompts.next("night", every).id == every[0]


def test_another_one_goes_through_all() -> None:
    prompts = Prompts.load("en")
    seen = [prompts.of("good")[0].id]
    for _ in range(8):
        seen.append(prompts.next("good", seen, seen[-1]).id)

    assert len(set(seen)) == 9


def test_what_ships_is_sound(home: Path) -> None:
    assert [*check_prompts(home, EVIDENCE), *check_turns(home)] == []


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('id = "chapter"', 'id = "in-a-year"', "`in-a-year` is there twice"),
        ("about {me}", "about {you}", "there is a place that nothing fills"),
        ("about {me}", "about {me", "there is a brace too many"),
        ("Four lines.", "Four lines. " * 40, "the prompt is too long"),
        ('nobody = "this person"', "", "nothing stands for someone without a name"),
        ('act = "What {me}', 'deed = "What {me}', "the key `deed` is unknown here"),
        ("[[prompt]]", "[[promt]]", "the key `promt` is unknown here"),
    ],
)
def test_a_mistake_is_told(home: Path, was: str, becomes: str, told: str) -> None:
    assert told in broken(home, was, becomes)


def test_evidence_that_is_not_there_is_told(home: Path) -> None:
    told = broken(home, '"if-then"', '"if-when"', "prompts/concrete.toml")

    assert told == ["there is no evidence `if-when`"]


def test_a_kind_that_is_missing_is_told(home: Path) -> None:
    (home / "prompts" / "good.toml").unlink()

    with pytest.raises(ContentError):
        Prompts.load("en", home.parent)
    assert len(list(check_prompts(home, EVIDENCE))) == 1


def test_a_phrase_that_cannot_be_read_is_told(home: Path) -> None:
    told = broken(home, '"if … then i"', '"if (this then i"', "looping.toml")

    assert len(told) == 1
    assert "if (this then i" in told[0]


def test_a_part_that_is_missing_is_told(home: Path) -> None:
    assert broken(home, "[everyday]", "[daily]", "looping.toml") == [
        "the part [everyday] is missing"
    ]
    with pytest.raises(ContentError):
        Turns.load("en", home.parent)


def test_a_language_without_a_journal_is_no_mistake(tmp_path: Path) -> None:
    assert [*check_prompts(tmp_path, ()), *check_turns(tmp_path)] == []
