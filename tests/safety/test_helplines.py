import re
from datetime import date
from pathlib import Path

import pytest

from amends.safety import (
    Helpline,
    check_helplines,
    countries,
    fallback,
    helplines,
    unchecked_helplines,
)

GERMANY = """\
name = "Germany"

[[line]]
kind = "domestic-violence"
number = "116 016"

[[line]]
kind = "emergency"
number = "112"
source = "https://www.example.org/112"
checked = 2026-03-14
"""
KINDS = """\
[en]
emergency = "In an emergency"
suicide = "In a crisis"
domestic-violence = "If you are afraid"
sexual-violence = "If someone forced you"
own-behaviour = "If you worry about what you do"
stalking = "If someone follows you"
children = "For a child"
"""
FALLBACK = '[[line]]\nname = "Find A Helpline"\nurl = "https://findahelpline.com"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "de", GERMANY)
    write(tmp_path, "kinds", KINDS)
    write(tmp_path, "fallback", FALLBACK)
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "helplines" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_it_finds_a_country_by_its_code(folder: Path) -> None:
    germany = helplines("de", folder)

    assert germany
    assert (germany.code, germany.name) == ("DE", "Germany")
    assert helplines("DE", folder) == germany


def test_it_knows_when_a_country_is_not_listed(folder: Path) -> None:
    assert helplines("xx", folder) is None
    assert helplines("", folder) is None
    assert helplines("../de", folder) is None


def test_the_most_urgent_line_comes_first(folder: Path) -> None:
    [germany] = countries(folder)

    assert [line.kind for line in germany.lines] == ["emergency", "domestic-violence"]
    assert [line.kind_name for line in germany.lines] == ["In an emergency", "If you are afraid"]


def test_countries_come_by_name(folder: Path) -> None:
    write(folder, "at", GERMANY.replace("Germany", "Österreich"))
    write(folder, "ch", GERMANY.replace("Germany", "Austria"))

    assert [one.name for one in countries(folder)] == ["Austria", "Germany", "Österreich"]


def test_without_a_checked_date_a_line_is_unconfirmed(folder: Path) -> None:
    [germany] = countries(folder)

    assert [line.is_confirmed for line in germany.lines] == [True, False]
    assert germany.lines[0].checked == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("0800 111 0 111", "08001110111"),
        ("1-800-799-7233", "18007997233"),
        ("+49 30 123", "+4930123"),
        ("*6724", "*6724"),
        ("#8008", "%238008"),
        ("", ""),
    ],
)
def test_a_number_can_be_dialled(number: str, dialled: str) -> None:
    assert Helpline("suicide", "", number=number).dialled == dialled


@pytest.mark.parametrize(
    ("text", "texted"), [("Text SHOUT to 85258", "85258"), ("Text 74 17 41", "741741"), ("", "")]
)
def test_a_text_service_knows_where_the_text_goes(text: str, texted: str) -> None:
    assert Helpline("suicide", "", text=text).texted == texted


def test_every_other_country_has_lists(folder: Path) -> None:
    assert [line.url for line in fallback(folder)] == ["https://findahelpline.com"]


def test_one_broken_file_takes_no_other_country_away(folder: Path) -> None:
    write(folder, "at", "name = ")

    assert [one.code for one in countries(folder)] == ["DE"]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "problem", "hint"),
    [
        ('name = "Germany"\n', "", 1, "`name` is missing", "add a line"),
        ("name", "nam", 1, "the key `nam` is unknown here", "did you mean name?"),
        ('kind = "emergency"', 'kind = "police"', 8, "`kind` is not one of: emergency", "suicide"),
        ('"116 016"', "116016", 5, "`number` is not a number as people dial it", "in quotes"),
        ('"116 016"', '"call us"', 5, "`number` is not a number as people dial it", "`name`"),
        ('number = "116 016"', 'text = "Text us"', 5, "`text` is not a way to text", "85258"),
        ('number = "116 016"', 'url = "a.org"', 5, "`url` is not an address", "in full"),
        (
            'number = "116 016"\n',
            "",
            3,
            "this line cannot be reached",
            "text, chat, url",
        ),
        ("2026-03-14", '"2026-03-14"', 11, "`checked` is not a day", "without quotes"),
        (
            'source = "https://www.example.org/112"\n',
            "",
            10,
            "a checked date needs a source",
            "off",
        ),
        ("[[line]]", "[line]", 7, "the file is not TOML", "text needs quotes"),
    ],
)
def test_it_says_what_is_wrong_with_a_country(
    folder: Path, was: str, becomes: str, line: int, problem: str, hint: str
) -> None:
    path = write(folder, "de", GERMANY.replace(was, becomes, 1))

    [found] = check_helplines(folder)

    assert (found.path, found.line) == (path, line)
    assert found.problem.startswith(problem)
    assert hint in found.hint


def test_a_country_without_a_list_of_lines_is_told(folder: Path) -> None:
    write(folder, "de", 'name = "Germany"\n\n[line]\nkind = "emergency"\n')

    [found] = check_helplines(folder)

    assert (found.line, found.problem) == (3, "`line` is not a list of tables")


@pytest.mark.parametrize("name", ["germany", "DE", "d1"])
def test_a_file_is_named_by_its_country(folder: Path, name: str) -> None:
    path = write(folder, name, GERMANY)

    [found] = check_helplines(folder)

    assert (found.path, found.line) == (path, 1)
    assert found.hint == "name the file by the two letters of the country, such as de.toml"


@pytest.mark.parametrize(
    ("name", "text", "line", "problem"),
    [
        ("kinds", KINDS.replace("stalking", "stalkin"), 7, "the key `stalkin` is unknown here"),
        ("kinds", 'en = "English"\n', 1, "`en` is not a table"),
        ("fallback", FALLBACK.replace("url", "source"), 3, "the key `source` is unknown here"),
        ("fallback", "", 1, "`line` is missing"),
    ],
)
def test_it_says_what_is_wrong_with_the_standing_files(
    folder: Path, name: str, text: str, line: int, problem: str
) -> None:
    path = write(folder, name, text)

    found = [(one.path, one.line, one.problem) for one in check_helplines(folder) if one.hint]

    assert (path, line, problem) in found


def test_the_helplines_that_ship_have_no_mistake() -> None:
    assert check_helplines() == []
    assert len(countries()) >= 60


def test_every_country_that_ships_has_an_emergency_number_and_a_crisis_line() -> None:
    for country in countries():
        assert {"emergency", "suicide"} <= {line.kind for line in country.lines}, country.name
        assert country.lines[0].dialled, country.name


def test_both_lists_for_other_countries_are_there() -> None:
    assert [line.url for line in fallback()] == [
        "https://findahelpline.com",
        "https://befrienders.org",
    ]


def test_what_nobody_checked_is_listed_with_its_place(folder: Path) -> None:
    [found] = unchecked_helplines(date(2026, 3, 15), folder)

    assert (found.path.name, found.row, found.line.number) == ("de.toml", 3, "116 016")


@pytest.mark.parametrize(
    ("today", "is_listed"), [(date(2026, 9, 10), False), (date(2026, 9, 11), True)]
)
def test_a_line_is_checked_again_after_180_days(
    folder: Path, today: date, *, is_listed: bool
) -> None:
    found = {one.line.number for one in unchecked_helplines(today, folder)}

    assert ("112" in found) is is_listed


def test_a_file_with_a_mistake_is_not_listed(folder: Path) -> None:
    write(folder, "de", GERMANY.replace("emergency", "police"))

    assert unchecked_helplines(date(2026, 3, 15), folder) == []


def test_no_line_that_ships_says_that_it_was_checked() -> None:
    lines = [line for country in countries() for line in country.lines]

    assert [line.number for line in lines if line.checked] == []
    assert len(unchecked_helplines(date(2026, 11, 21))) == len(lines)


def test_every_number_that_ships_can_be_dialled_or_texted() -> None:
    for country in countries():
        for line in country.lines:
            assert not line.number or re.fullmatch(r"[+*]?(%23)?\d{2,15}", line.dialled), line
            assert not line.text or re.fullmatch(r"\d{3,12}", line.texted), line


def test_no_country_names_a_line_twice_under_one_kind() -> None:
    for country in countries():
        ways = [(one.kind, one.dialled, one.texted, one.chat, one.url) for one in country.lines]
        assert len(ways) == len(set(ways)), country.name


@pytest.mark.parametrize("kind", ["sexual-violence", "own-behaviour", "stalking", "children"])
def test_more_than_emergencies_are_served_where_it_is_known(kind: str) -> None:
    served = [one.name for one in countries() if kind in {line.kind for line in one.lines}]

    assert len(served) >= 3
