from pathlib import Path

import pytest

from amends.journey import ContentErrors, Field, Program
from tests.journey.small import INCIDENT, sheet, write


def test_it_reads_phases_in_their_order_and_exercises_in_theirs(program: Program) -> None:
    names = [(phase.name, [one.id for one in phase.exercises]) for phase in program.phases]

    assert names == [
        ("understand", ["understand/right-now"]),
        ("own", ["own/incident", "own/apology"]),
    ]


def test_it_reads_a_sheet_as_declared(program: Program) -> None:
    apology = program.exercises[-1]

    assert apology.title == "The parts of an apology"
    assert (apology.features, apology.minutes, apology.review_after_days) == ((7,), 20, 7)
    assert apology.needs == ("own/incident",)
    assert apology.lesson.startswith("Look at what happened")
    assert apology.fields == (
        Field("line", "Which line?", "short", source="own/incident.others.line"),
    )


def test_a_column_without_a_label_is_called_by_its_name(program: Program) -> None:
    columns = program.exercises[0].fields[1].columns

    assert [column.label for column in columns] == ["Day", "What I did"]


def test_a_lesson_may_cite_what_is_confirmed(program: Program) -> None:
    cited = program.evidence["lewicki-2016"]

    assert cited.grade == "B"
    assert cited.is_confirmed
    assert not program.evidence["discern-2016"].is_confirmed


def test_it_tells_every_mistake_and_not_only_the_first(folder: Path) -> None:
    write(folder, "own/01-incident.md", sheet(INCIDENT.replace('"long"', '"longer"')))
    write(folder, "understand/01-right-now.md", "No header\n")

    with pytest.raises(ContentErrors) as caught:
        Program.load("en", folder)

    places = [(one.path.name, one.line) for one in caught.value.errors]
    assert places == [("01-incident.md", 9), ("01-right-now.md", 1)]
    assert str(caught.value).count("hint: ") == 2


def test_it_says_when_a_language_is_not_there(folder: Path) -> None:
    with pytest.raises(ContentErrors, match="there is no such folder"):
        Program.load("xx", folder)


def test_the_content_that_ships_has_no_mistake() -> None:
    program = Program.load("en")

    names = [phase.name for phase in program.phases]
    way = ["understand", "own", "space", "work", "reach-out", "rebuild", "let-go"]
    beside = ["safer", "staying"]
    always = [phase.name for phase in program.phases if phase.always_open]
    assert names == [*way, *beside]
    assert always == ["let-go", *beside]
    assert len(program.exercises) >= 12


def test_the_content_that_ships_covers_the_first_twelve_capabilities() -> None:
    served = {number for one in Program.load("en").exercises for number in one.features}

    assert set(range(1, 13)) <= served


def test_no_finding_that_ships_is_unconfirmed() -> None:
    findings = Program.load("en").evidence.values()

    assert all(one.is_confirmed for one in findings)
