"""Word lists: read from content, changed by one person, chosen in sheets, counted over time."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from amends.journey import (
    Answers,
    ContentErrors,
    Exercise,
    Field,
    Named,
    OwnWords,
    Phase,
    Program,
    Row,
    Value,
    WordList,
    changed_lists,
    named,
    parse,
)
from tests.journey.small import sheet, told, write

MOODS = """\
title = "Moods"
about = "What it is like."
own = "My own"
[[group]]
name = "Low"
words = ["sad", "tired"]
[[group]]
name = "High"
words = ["glad"]
"""
POSING = """\
title = "Not moods"
poses_as = "moods"
[says]
did = "“{word}” says what they did."
[[word]]
word = "ignored"
says = "did"
beneath = ["sad"]
"""
ASKING = """\
title = "How it is"
features = [28]
minutes = 5
[[field]]
name = "mood"
label = "What do you feel?"
type = "many"
list = "moods"
[[field]]
name = "times"
label = "When?"
type = "rows"
columns = [{name = "mood", label = "What I felt", type = "choice", list = "moods"}]
"""
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / "en" / "lists" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def moods(folder: Path) -> WordList:
    put(folder, "moods", MOODS)
    put(folder, "not-moods", POSING)
    return Program.load("en", folder).lists["moods"]


@pytest.fixture
def asking(folder: Path, moods: WordList) -> Exercise:
    write(folder, "own/03-moods.md", sheet(ASKING))
    exercise = Program.load("en", folder).exercises[-1]
    return exercise.offering({"moods": moods})


def test_words_that_pose_as_others_belong_to_their_list(moods: WordList) -> None:
    [turn] = moods.turned(["glad", "ignored"])

    assert moods.words == ("sad", "tired", "glad", "ignored")
    assert (turn.says, turn.beneath) == ("“ignored” says what they did.", ("sad",))


def test_one_person_adds_words_and_hides_words(moods: WordList) -> None:
    own = OwnWords("moods", hidden=("tired", "ignored")).with_added(["  like  Sunday evening", ""])

    mine = changed_lists({"moods": moods}, [own])["moods"]

    assert mine.words == ("sad", "glad", "like Sunday evening")
    assert mine.groups[-1].name == "My own"


def test_adding_a_hidden_word_offers_it_again(moods: WordList) -> None:
    own = OwnWords("moods", hidden=("sad",)).with_added(["Sad"])

    assert moods.as_changed(own).words == moods.words


def test_a_sheet_takes_words_of_its_list_and_words_of_ones_own(asking: Exercise) -> None:
    parsed = parse(asking, {"mood": ["wobbly", "Glad", "sad", "sad"], "times": [{"mood": "odd"}]})

    assert parsed.values == {"mood": ["sad", "glad", "wobbly"], "times": [{"mood": "odd"}]}


def test_a_sentence_is_no_word(asking: Exercise) -> None:
    parsed = parse(asking, {"mood": ["word " * 20]})

    assert "one word" in parsed.problems["mood"]


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('own = "My own"\n', "", "moods.toml:1: `own` is missing"),
        ('"glad"', '"Sad"', "moods.toml:9: “Sad” is there twice"),
        ('"glad"', '"so  glad"', "moods.toml:9: “so  glad” has spaces too many"),
        ('"glad"', f'"{"so " * 30}glad"', "glad” is too long"),
        ('["glad"]', '"glad"', "moods.toml:9: `words` is not a list of texts"),
        ("title =", "title ", "moods.toml:1: the file is not TOML"),
    ],
)
def test_a_mistake_in_a_list_is_told(folder: Path, was: str, becomes: str, problem: str) -> None:
    put(folder, "moods", MOODS.replace(was, becomes))

    with pytest.raises(ContentErrors) as caught:
        Program.load("en", folder)

    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("was", "becomes", "problem", "hint"),
    [
        ('"moods"', '"mods"', ":2: there is no sound list `mods`", "did you mean moods?"),
        ("{word}", "That", ":4: `did` has no place for {word}", "in braces"),
        ('says = "did"', 'says = "dad"', ":7: there is no sentence `dad`", "did you mean did?"),
        ('["sad"]', '["saad"]', ":8: “saad” is not in that list", "did you mean sad?"),
        ('["sad"]', '["cosy"]', ":8: “cosy” is not in that list", "add it there first"),
        ('"ignored"', '"tired"', ":6: “tired” is there twice", "take one"),
        ("[says]\ndid = ", "says = ", ":3: `says` is not a table of sentences", "[says]"),
    ],
)
def test_a_mistake_in_words_that_pose_is_told(
    folder: Path, was: str, becomes: str, problem: str, hint: str
) -> None:
    put(folder, "moods", MOODS)
    put(folder, "not-moods", POSING.replace(was, becomes))

    with pytest.raises(ContentErrors) as caught:
        Program.load("en", folder)

    assert f"not-moods.toml{problem}" in str(caught.value)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('type = "many"\nlist = "moods"', 'type = "many"\nlist = "mods"', "9: there is no word li"),
        ('"choice", list = "moods"', '"choice", list = "mods"', "14: there is no word list `mods`"),
        ('list = "moods"\n[', 'list = "moods"\nchoices = ["a"]\n[', "9: `choices` and `list`"),
        ('type = "many"', 'type = "long"', "9: `list` does not belong to long"),
        ("minutes = 5", 'minutes = 5\neach = "mood"', "5: `each` names no required field"),
        ('list = "moods"\n[', 'list = "moods"\nmarked = ["a"]\n[', "10: `marked` does not belong"),
        ('"many"\nlist = "moods"', '"long"\nmarked = ["a"]', "9: `marked` stands in a field that"),
    ],
)
def test_a_sheet_must_name_what_there_is(
    folder: Path, was: str, becomes: str, problem: str
) -> None:
    put(folder, "moods", MOODS)
    write(folder, "own/03-moods.md", sheet(ASKING.replace(was, becomes)))

    assert told(folder)[0].startswith(f"own/03-moods.md:{problem}")


def test_a_sheet_for_many_lines_names_the_line(folder: Path) -> None:
    line = '[[field]]\nname = "line"\nlabel = "The line"\ntype = "long"\nrequired = true\n'
    header = ASKING.replace("minutes = 5\n", f'minutes = 5\neach = "line"\n{line}')
    put(folder, "moods", MOODS)
    write(folder, "own/03-moods.md", sheet(header))

    exercise = Program.load("en", folder).exercises[-1]

    assert exercise.line == exercise.fields[0]


def program_of(*fields: Field) -> Program:
    exercise = Exercise("own/moods", "own", "Moods", (28,), 5, fields, "Words.")
    return Program("en", (Phase("own", "Own", "", 1, False, "", (exercise,)),))


def answered(*versions: dict[str, Value]) -> Answers:
    answers = Answers("own/moods")
    for day, values in enumerate(versions):
        answers = answers.with_version(values, NOON + timedelta(days=day))
    return answers


def test_a_word_is_counted_on_the_day_on_which_it_comes() -> None:
    asked = Field("mood", "Mood", "many", word_list="moods")
    answers = answered(
        {"mood": ["sad"]}, {"mood": ["sad", "glad"]}, {"mood": []}, {"mood": ["sad"]}
    )

    found = named(program_of(asked), [answers], "moods", UTC)

    assert found == [
        Named(date(2026, 3, 2), "sad"),
        Named(date(2026, 3, 3), "glad"),
        Named(date(2026, 3, 5), "sad"),
    ]


def test_words_in_tables_count_and_other_lists_do_not() -> None:
    table = Field("times", "Times", "rows", columns=(Field("m", "M", "choice", word_list="moods"),))
    other = Field("need", "Need", "choice", word_list="needs")
    rows: list[Row] = [{"m": "sad"}, {"m": "sad"}, {}]
    answers = answered({"times": rows, "need": "rest"})

    found = named(program_of(table, other), [answers, answers], "moods", UTC)

    assert [one.word for one in found] == ["sad", "sad"]


def test_the_lists_that_ship_hold_together() -> None:
    lists = Program.load("en").lists
    feelings = lists["feelings"]

    assert {*lists} == {"feelings", "needs"}
    assert all(len(turn.beneath) >= 3 for turn in feelings.turns)
