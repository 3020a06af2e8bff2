from dataclasses import replace
from typing import Any

import pytest

from amends.journey import Exercise, Field, Parsed, Sentences, parse

ALL = (
    Field("line", "One line"),
    Field("story", "The story", "long"),
    Field("urge", "How strong", "scale"),
    Field("left", "What is left", "choice", choices=("some", "none")),
    Field("signs", "Which of these", "many", choices=("sleep", "food", "work")),
    Field("day", "Which day", "date"),
    Field("friend", "Who", "person"),
    Field(
        "log",
        "The log",
        "rows",
        columns=(
            Field("what", "What I did"),
            Field("day", "About when", "date"),
            Field("strength", "How strong", "scale"),
            Field("way", "How I know", "choice", choices=("said", "seen")),
        ),
    ),
)


def exercise(*fields: Field) -> Exercise:
    return Exercise("own/incident", "own", "What happened", (1,), 12, fields, "Words.")


def sent(**raw: Any) -> Parsed:
    return parse(exercise(*ALL), raw)


@pytest.mark.asvs("V2.2.1", "V15.3.5")
@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("line", "  I left  ", "I left"),
        ("line", "two\r\nlines", "two lines"),
        ("story", "\r\nFirst.\r\n\r\n  Then.\r\n", "First.\n\n  Then."),
        ("urge", "0", 0),
        ("urge", "10", 10),
        ("left", "none", "none"),
        ("signs", ["work", "sleep"], ["sleep", "work"]),
        ("signs", "food", ["food"]),
        ("day", "2026-03-14", "2026-03-14"),
        ("friend", "Charlie", "Charlie"),
        ("log", [{"what": "I called", "strength": "7"}], [{"what": "I called", "strength": 7}]),
        ("log", [{"what": ""}, {"day": "2026-03-14"}], [{"day": "2026-03-14"}]),
        ("log", [{"unknown": "x"}, {"way": "said"}], [{"way": "said"}]),
    ],
)
def test_it_makes_a_value_of_what_was_typed(name: str, typed: Any, value: Any) -> None:
    parsed = sent(**{name: typed})

    assert parsed.values == {name: value}
    assert parsed.problems == {}


@pytest.mark.parametrize("typed", ["", "  \r\n ", [], [{}], [{"what": " "}]])
def test_what_was_left_open_is_not_there(typed: Any) -> None:
    name = "line" if isinstance(typed, str) else "log"

    assert sent(**{name: typed}).values == {}
    assert sent(**{name: typed}).problems == {}


@pytest.mark.asvs("V2.2.1", "V2.2.2")
@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("urge", "11", "not_on_scale"),
        ("urge", "-1", "not_on_scale"),
        ("urge", "3.5", "not_on_scale"),
        ("urge", "٣", "not_on_scale"),
        ("left", "All", "not_a_choice"),
        ("signs", ["sleep", "money"], "not_a_choice"),
        ("day", "14 March", "not_a_day"),
        ("day", "2026-02-30", "not_a_day"),
        ("line", ["a", "b"], "unreadable"),
        ("log", "a text", "unreadable"),
        ("log", ["a text"], "unreadable"),
    ],
)
def test_it_says_in_a_sentence_what_cannot_be_kept(name: str, typed: Any, sentence: str) -> None:
    parsed = sent(**{name: typed})

    assert parsed.problems == {name: getattr(Sentences.load(), sentence)}
    assert parsed.values == {}
    assert not parsed.only_missing


def test_it_says_which_line_and_which_column() -> None:
    parsed = sent(log=[{"what": "I called"}, {"what": "I wrote", "day": "yesterday"}])

    assert parsed.problems["log"] == (
        "Line 2, “About when”: Please write the day as year, month, day, such as 2026-03-14."
    )


def test_no_sentence_repeats_what_was_typed() -> None:
    typed = {field.name: "canary-7f3a" for field in ALL}
    rows = [{column.name: "canary-7f3a" for column in ALL[-1].columns}]

    parsed = sent(**{**typed, "log": rows})

    assert len(parsed.problems) == 5
    assert "canary-7f3a" not in " ".join(parsed.problems.values())


def test_it_keeps_what_was_typed() -> None:
    typed = {"urge": "eleven", "line": "I left"}

    assert parse(exercise(*ALL), typed).typed == typed


def test_one_problem_does_not_lose_the_other_answers() -> None:
    parsed = sent(urge="eleven", line="I left")

    assert parsed.values == {"line": "I left"}
    assert list(parsed.problems) == ["urge"]


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [("short", "missing"), ("date", "missing"), ("scale", "missing_choice")],
)
def test_it_asks_for_what_is_required(type_: str, sentence: str) -> None:
    required = exercise(Field("one", "One", type_, required=True))

    parsed = parse(required, {})

    assert parsed.problems == {"one": getattr(Sentences.load(), sentence)}
    assert parsed.only_missing


def test_zero_on_a_scale_is_an_answer() -> None:
    parsed = parse(exercise(replace(ALL[2], required=True)), {"urge": "0"})

    assert parsed.problems == {}


def test_a_wrong_answer_is_told_as_wrong_and_not_as_missing() -> None:
    parsed = parse(exercise(replace(ALL[2], required=True)), {"urge": "much"})

    assert parsed.problems == {"urge": Sentences.load().not_on_scale}
    assert not parsed.only_missing


@pytest.mark.asvs("V2.2.3")
def test_it_asks_for_enough_rows() -> None:
    goals = exercise(replace(ALL[-1], required=True, min_rows=3))

    parsed = parse(goals, {"log": [{"what": "Open the post"}, {"what": "Call the bank"}]})

    assert parsed.problems == {"log": "Please fill in at least 3 lines."}
    assert parsed.only_missing
    assert parsed.values["log"] == [{"what": "Open the post"}, {"what": "Call the bank"}]


def test_nothing_wrong_is_not_only_missing() -> None:
    assert not sent(line="I left").only_missing


def test_the_sentences_come_in_as_an_argument() -> None:
    german = replace(Sentences.load(), missing="Hier fehlt noch etwas.")

    parsed = parse(exercise(replace(ALL[0], required=True)), {}, german)

    assert parsed.problems == {"line": "Hier fehlt noch etwas."}
