"""Every kind of mistake in content is told with file, line and a hint."""

from pathlib import Path

import pytest

from tests.journey.small import (
    ABOUT,
    APOLOGY,
    EVIDENCE,
    INCIDENT,
    mistakes,
    phase,
    sheet,
    told,
    write,
)

FIELD = 'title = "T"\nfeatures = [1]\nminutes = 5\n[[field]]\nname = "a"\nlabel = "A"\n'


@pytest.mark.parametrize(
    ("was", "becomes", "line", "problem", "hint"),
    [
        ("minutes", "minuts", 4, "the key `minuts` is unknown here", "did you mean minutes?"),
        ("minutes = 12", 'minutes = "12"', 4, "`minutes` is not a whole number above 0", "such as"),
        ("minutes = 12", "minutes = true", 4, "`minutes` is not a whole number", "without quotes"),
        ("minutes = 12\n", "", 1, "`minutes` is missing", "add a line `minutes = …`"),
        ('"What happened"', '" "', 2, "`title` is not a text", "in quotes"),
        ("[1]", "[61]", 3, "`features` is not a list of numbers from 1 to 60", "[1, 2]"),
        (
            '["lewicki-2016"]',
            '"lewicki-2016"',
            5,
            "`evidence` is not a list of texts",
            '["a", "b"]',
        ),
        ('"act"', '"The act"', 7, "`name` is not a name for the machine", "small letters"),
        ('type = "long"', 'type = "lnog"', 9, "`type` is not one of: short, long", "one of: short"),
        (
            "required = true",
            'required = "yes"',
            10,
            "`required` is not true or false",
            "write true",
        ),
        ("required = true", "evidence = []", 10, "`evidence` stands inside a field", "above the"),
        ("required = true", 'low = "x"', 10, "`low` does not belong to long", "the type scale"),
        ("required = true", "min_rows = 2", 10, "`min_rows` does not belong to long", "rows"),
        ('"others"', '"act"', 12, "there are two fields with the name `act`", "another name"),
        ('name = "line"', 'name = "day"', 15, "there are two columns with the name `day`", "anoth"),
        ('type = "date"', 'type = "many"', 15, "`type` is not one of: short, long", "one of"),
        ('type = "date"', 'type = "choice"', 15, "a field of type choice needs `choices`", "add"),
        ('"day", ', '"day", wide = 1, ', 15, "the key `wide` is unknown here", "one of: choices"),
    ],
)
def test_it_says_what_is_wrong_with_a_header(
    folder: Path, was: str, becomes: str, line: int, problem: str, hint: str
) -> None:
    path = write(folder, "own/01-incident.md", sheet(INCIDENT.replace(was, becomes)))

    found = mistakes(folder)[0]

    assert (found.path, found.line) == (path, line)
    assert found.problem.startswith(problem)
    assert hint in found.hint


@pytest.mark.parametrize(
    ("rest", "line", "problem"),
    [
        ('type = "scale"\nlow = "a"\nhigh = "b"\n', 8, "a field of type scale needs `middle`"),
        ('type = "choice"\n', 8, "a field of type choice needs `choices`"),
        ('type = "many"\nchoices = []\n', 9, "`choices` is not a list of texts"),
        ('type = "many"\nchoices = ["x", "x"]\n', 9, "a choice is there twice"),
        ('type = "rows"\n', 8, "a field of type rows needs `columns`"),
        ('type = "rows"\ncolumns = ["a"]\n', 9, "`columns` is not a list of tables"),
        ('type = "short"\nfrom = 3\n', 9, "`from` is not a text"),
    ],
)
def test_it_says_what_a_type_of_field_needs(
    folder: Path, rest: str, line: int, problem: str
) -> None:
    write(folder, "understand/01-right-now.md", sheet(FIELD + rest))

    found = mistakes(folder)[0]

    assert (found.line, found.problem) == (line, problem)
    assert found.hint


def test_a_lesson_needs_a_field(folder: Path) -> None:
    write(folder, "understand/01-right-now.md", sheet(FIELD.partition("[[")[0]))

    assert told(folder) == [
        (
            "understand/01-right-now.md:1: the lesson has no field | "
            "add a [[field]] with name, label and type: a lesson without one changes little"
        )
    ]


def test_a_single_table_is_no_list_of_fields(folder: Path) -> None:
    write(folder, "understand/01-right-now.md", sheet(FIELD.replace("[[field]]", "[field]")))

    assert told(folder) == [
        (
            "understand/01-right-now.md:5: `field` is not a list of tables | "
            "open each of them with two brackets: [[field]]"
        )
    ]


@pytest.mark.parametrize(
    ("lesson", "problem"),
    [
        ("word " * 149, "the lesson is too short: 149 words"),
        ("word " * 401, "the lesson is too long: 401 words"),
    ],
)
def test_a_lesson_has_150_to_400_words(folder: Path, lesson: str, problem: str) -> None:
    write(folder, "understand/01-right-now.md", sheet(INCIDENT, lesson))

    [found] = told(folder)

    assert found == f"understand/01-right-now.md:17: {problem} | between 150 and 400 words"


@pytest.mark.parametrize("count", [150, 400])
def test_a_lesson_may_have_exactly_as_many(folder: Path, count: int) -> None:
    write(
        folder, "understand/01-right-now.md", sheet(INCIDENT, "It's so. " + "word " * (count - 2))
    )
    write(folder, "own/03-other.md", "")

    assert len(mistakes(folder)) == 1


def test_a_need_must_name_an_exercise(folder: Path) -> None:
    header = APOLOGY.replace('["own/incident"]', '["own/incidents"]')
    write(folder, "own/02-apology.md", sheet(header))

    assert told(folder) == [
        "own/02-apology.md:5: there is no exercise `own/incidents` | did you mean own/incident?"
    ]


def test_a_need_may_name_a_sheet_that_has_mistakes_of_its_own(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet(INCIDENT.replace("minutes = 12", "minutes = 0")))

    assert [one.path.name for one in mistakes(folder)] == ["01-incident.md"]


def test_needs_must_not_wait_for_each_other(folder: Path) -> None:
    header = 'needs = ["own/apology"]\n' + INCIDENT
    write(folder, "own/01-incident.md", sheet(header))

    assert told(folder) == [
        (
            "own/02-apology.md:5: these wait for each other: "
            "own/apology → own/incident → own/apology | take one of these needs out"
        )
    ]


def test_an_exercise_must_not_wait_for_itself(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet('needs = ["own/incident"]\n' + INCIDENT))

    assert "these wait for each other: own/incident → own/incident" in told(folder)[0]


def test_evidence_must_be_known(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet(INCIDENT.replace("lewicki-2016", "lewicki-2061")))

    assert told(folder) == [
        "own/01-incident.md:5: there is no evidence `lewicki-2061` | did you mean lewicki-2016?"
    ]


def test_evidence_must_be_confirmed(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet(INCIDENT.replace("lewicki-2016", "discern-2016")))

    assert told(folder) == [
        (
            "own/01-incident.md:5: the evidence `discern-2016` is not confirmed | "
            "it has the grade ? in evidence.toml: confirm it there, or leave it out here"
        )
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("own/incidnt.act", "`from` names no exercise: `own/incidnt` | did you mean own/incident?"),
        ("own/incident.acts", "`from` names no field of own/incident: `acts` | did you mean act?"),
        ("own/incident", "`from` names no field of own/incident: `` | one of: act, others"),
        (
            "own/incident.others.lines",
            "`from` names no column of own/incident.others: `lines` | did you mean line?",
        ),
        (
            "own/incident.act.line",
            "`from` names no column of own/incident.act: `line` | act has no columns",
        ),
    ],
)
def test_from_must_name_something(folder: Path, source: str, problem: str) -> None:
    header = APOLOGY.replace("own/incident.others.line", source)
    write(folder, "own/02-apology.md", sheet(header))

    assert told(folder) == [f"own/02-apology.md:11: {problem}"]


@pytest.mark.parametrize("name", ["incident.md", "1-incident.md", "01-In Cident.md", "01-.md"])
def test_the_name_of_a_file_gives_place_and_id(folder: Path, name: str) -> None:
    write(folder, f"own/{name}", sheet(INCIDENT))

    [found] = [one for one in told(folder) if one.startswith(f"own/{name}:1: the name")]

    assert found.endswith("name it by two digits and a name, such as 02-incident.md")


def test_two_files_cannot_have_the_same_place(folder: Path) -> None:
    write(folder, "own/02-other.md", sheet(INCIDENT))

    assert told(folder) == [
        (
            "own/02-other.md:1: two files begin with 02 | "
            "the number is the place on the way: give each file its own"
        )
    ]


def test_two_files_cannot_be_the_same_exercise(folder: Path) -> None:
    write(folder, "own/03-incident.md", sheet(INCIDENT))

    assert told(folder) == [
        "own/03-incident.md:1: there are two exercises `own/incident` | rename one of the two files"
    ]


def test_a_phase_needs_its_file(folder: Path) -> None:
    write(folder, "space/01-urge.md", sheet(INCIDENT))

    assert told(folder) == [
        "space/phase.md:1: the phase has no phase.md | copy it from another phase"
    ]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (phase(2).replace("order = 2", 'order = "2"'), 4, "`order` is not a whole number above 0"),
        (phase(2).replace("order = 2\n", ""), 1, "`order` is missing"),
        (phase(2).replace("order", "ordr"), 4, "the key `ordr` is unknown here"),
        (phase(2, "Too short."), 6, "the text is too short: 2 words"),
        (phase(2, ABOUT * 2), 6, "the text is too long: 100 words"),
        ("No header", 1, "the header is missing"),
    ],
)
def test_it_says_what_is_wrong_with_a_phase(
    folder: Path, text: str, line: int, problem: str
) -> None:
    path = write(folder, "own/phase.md", text)

    told = [(one.path, one.line, one.problem) for one in mistakes(folder) if one.hint]

    assert (path, line, problem) in told


def test_two_phases_cannot_have_the_same_place(folder: Path) -> None:
    write(folder, "own/phase.md", phase(1))

    assert told(folder) == [
        "understand/phase.md:1: own has the same order | give each phase its own number"
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "problem", "hint"),
    [
        ('grade = "B"', 'grade = "E"', 4, "`grade` is not one of: A, B, C, D, ?", "one of"),
        ('grade = "B"', "", 1, "`grade` is missing", "add a line"),
        ("limit", "limits", 3, "the key `limits` is unknown here", "did you mean limit?"),
        ("[lewicki-2016]", "x = 1\n[lewicki-2016]", 1, "`x` is not a finding", "begin it with"),
        ('"B"', "B", 4, "the file is not TOML: Invalid value", "text needs quotes"),
    ],
)
def test_it_says_what_is_wrong_with_evidence(
    folder: Path, was: str, becomes: str, line: int, problem: str, hint: str
) -> None:
    path = folder / "evidence.toml"
    path.write_text(EVIDENCE.replace(was, becomes, 1), encoding="utf-8")

    found = [one for one in mistakes(folder) if one.path == path]

    assert (found[0].line, found[0].problem) == (line, problem)
    assert hint in found[0].hint


def test_it_says_when_the_evidence_is_not_there(folder: Path) -> None:
    (folder / "evidence.toml").unlink()

    [found] = mistakes(folder)

    assert found.path.name == "evidence.toml"
    assert found.problem.startswith("there is no such file")


REPEATING = INCIDENT.replace("minutes = 12", "minutes = 12\nrepeats = true")


def test_nothing_can_wait_for_a_sheet_that_repeats(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet(REPEATING))

    [found] = told(folder)

    assert found.startswith("own/02-apology.md:5: `own/incident` repeats")


def test_only_what_repeats_is_drawn(folder: Path) -> None:
    number = '[[field]]\nname = "n"\nlabel = "N"\ntype = "number"\nunit = "times"\ndrawn = true\n'
    write(folder, "own/01-incident.md", sheet(INCIDENT + number))

    [found] = told(folder)

    assert "`drawn` stands in a sheet that does not repeat" in found


def test_a_number_says_what_it_counts(folder: Path) -> None:
    number = '[[field]]\nname = "n"\nlabel = "N"\ntype = "number"\n'
    write(folder, "own/01-incident.md", sheet(INCIDENT + number))

    [found] = told(folder)

    assert "a field of type number needs `unit`" in found


def test_a_tool_of_a_phase_has_a_page_a_title_and_a_line(folder: Path) -> None:
    broken = phase(2).replace("order = 2\n", 'order = 2\n[[tool]]\npage = "urge"\ntitle = "T"\n')
    write(folder, "own/phase.md", broken)

    [found] = told(folder)

    assert found.startswith("own/phase.md:5: `line` is missing")
