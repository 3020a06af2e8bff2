"""What keeps to practical matters, and what does not."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from amends.coach import Rules, beside_the_matter, check_rules, is_personal, review
from amends.listener import Listener
from amends.text import CONTENT

RULES = Rules.load()
LINES = Path(__file__).parent / "practical"


@cache
def listener() -> Listener:
    return Listener.load()


def held(text: str, topic: str = "") -> list[str]:
    """Return the sentences for which a message is held, by the lists and the rules."""
    found = beside_the_matter(text, review(text, "message", RULES), RULES, topic)
    return [span.of(text) for span in found]


def share_held(half: str, sort: str) -> float:
    """Return how many of some messages are held, as pages ask: by both listeners."""
    lines = (LINES / half / f"{sort}.txt").read_text(encoding="utf-8").splitlines()
    reviews = [review(line, "message", RULES, listener().hear) for line in lines]
    both = zip(lines, reviews, strict=True)
    return sum(is_personal(line, found, RULES) for line, found in both) / len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "The rent is due on Friday. Can you pay your half by then?",
        "School called: Maya has a fever. I can fetch her at four.",
        "Thank you for paying the bill.",
        "the vet says rex needs his tablets twice a day",
        "Hi Sam, the plumber comes at nine. Is that ok for you?",
        "Yes, that works.",
        "The swimming lesson is off. The pool is shut.",
        "I'll be ten minutes late.",
        "",
    ],
)
def test_a_practical_message_is_practical(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I miss you so much. Pick-up is at five.",
        "The keys are with Jo. Please come home.",
        "I'm sorry about Sunday. The rent is paid.",
        "i cant sleep without u, also the bins go out tonight",
        "The rent is paid. I am sorry.",
        "Pick-up is at five ❤",
        "ok 5pm xx",
    ],
)
def test_a_word_of_love_is_personal(text: str) -> None:
    assert held(text)


@pytest.mark.parametrize(
    "text",
    ["Do you ever look at the moon from there?", "There is a chair nobody sits on.", "Us."],
)
def test_what_no_list_knows_is_held(text: str) -> None:
    assert held(text) == [text]


@pytest.mark.parametrize(
    "aside",
    [" and I keep your mug", " but you went and that was that", " - I look at the stars now"],
)
def test_a_practical_first_half_carries_nothing_else_through(aside: str) -> None:
    assert held(f"I can bring her at four{aside}.")


def test_it_names_the_sentence_that_holds_it() -> None:
    text = "The rent is due on Friday. You looked tired. Can you pay by then?"

    assert held(text) == ["You looked tired."]


def test_a_day_that_looks_back_is_a_memory_and_one_ahead_a_plan() -> None:
    assert held("I saw the lake on Sunday.")
    assert not held("I can do Sunday.")


def test_a_word_of_the_topic_makes_a_sentence_practical() -> None:
    text = "The telescope goes to Jo."

    assert held(text)
    assert not held(text, topic="the telescope")


def test_a_topic_lets_no_word_of_love_through() -> None:
    assert held("Noah and I miss you.", topic="Noah")


def test_a_concern_holds_what_looks_practical() -> None:
    assert held("Sign the form or I will take the kids away for good.")


@pytest.mark.parametrize(("half", "at_least"), [("tune", 0.97), ("measure", 0.97)])
def test_personal_lines_are_held(half: str, at_least: float) -> None:
    assert share_held(half, "personal") >= at_least


@pytest.mark.parametrize(("half", "at_most"), [("tune", 0.17), ("measure", 0.1)])
def test_few_practical_lines_are_held(half: str, at_most: float) -> None:
    assert share_held(half, "practical") <= at_most


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of one language with the shipped word lists and no rules."""
    shutil.copytree(CONTENT / "en" / "words", tmp_path / "words")
    return tmp_path


def test_a_list_that_cannot_be_read_is_named_with_its_line(home: Path) -> None:
    path = home / "words" / "practical_times.txt"
    path.write_text("# Hours.\nat (noon\n", encoding="utf-8")

    errors = check_rules(home)

    assert [(error.path, error.line) for error in errors] == [(path, 2)]


@pytest.mark.parametrize("name", ["personal", "practical_things", "kisses"])
def test_a_missing_list_is_named(home: Path, name: str) -> None:
    (home / "words" / f"{name}.txt").unlink()

    assert [error.path.stem for error in check_rules(home)] == [name]
