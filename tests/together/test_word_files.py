"""The words of the pages for two: what ships is sound, and each broken copy is told with a hint."""

import re
import shutil
from pathlib import Path

import pytest

from amends.text import CONTENT, load_table
from amends.together import check_words
from amends.together.word_files import wanted
from amends.together.word_tables import FILES

HOME = CONTENT / "en"
EVIDENCE = load_table(CONTENT / "evidence.toml").header
PAGES = CONTENT.parent / "web" / "pages"
OWN_CHECKS = {"dates.toml", "interests.toml", "surprises.toml"}
"""Lists that have a check of their own, where they are read."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HOME / "together", tmp_path / "together")
    return tmp_path


def told(home: Path) -> list[tuple[str, int, str]]:
    return [(one.path.name, one.line, one.problem) for one in check_words(home, EVIDENCE)]


def test_what_ships_is_sound() -> None:
    assert told(HOME) == []


def test_every_file_of_the_folder_is_checked() -> None:
    there = {path.name for path in (HOME / "together").glob("*.toml")}

    assert there == FILES.keys() | OWN_CHECKS


def test_a_language_without_them_is_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path) == []


BROKEN = {
    "a key is missing": ("ours.toml", 'title = "The', 'heading = "The', "`title` is missing"),
    "a key is misspelt": ("closer.toml", "skip = ", "skipp = ", "the key `skipp` is unknown here"),
    "a table is missing": ("checkin.toml", "[safe]", "[unsafe]", "the table `safe` is missing"),
    "the last of several is missing": (
        *("triggers.toml", "[[response]]", "[[answer]]"),
        "the table `response` is missing",
    ),
    "a key of a table is missing": (
        *("compromise.toml", 'title = "How was it?"', ""),
        "`title` is missing",
    ),
    "a text is a number": ("hours.toml", 'both = "This', 'both = 3 # "', "`both` is not a text"),
    "a list is a text": ("noticed.toml", "lines = [\n", "lines = 1\nmore = [\n", "not a list"),
    "a number is a text": ("listening.toml", "from = 7", 'from = "7"', "not a whole number"),
    "lists of three": ("surprises-page.toml", '["nothing", ', "[", "not a list of 3 texts"),
    "nothing fills it": ("noticed.toml", "Only you", "{name} and you", "that nothing fills"),
    "a place has another name": ("checkin.toml", "until {time}", "until {tme}", "nothing fills"),
    "a brace is open": ("checkin.toml", "until {time}", "until {time", "that nothing fills"),
    "no place is left": ("listening.toml", "pause until {time}", "pause", "leaves no place"),
    "a brace in a list": ("closer.toml", "A few lines", "{n} lines", "that nothing fills"),
    "an id is there twice": ("tools.toml", '"listening"\npage', '"rules"\npage', "is there twice"),
    "no page is called so": ("tools.toml", '"ground_rules"', '"ground-rules"', "name of a page"),
    "a tool has another key": ("tools.toml", "line = ", 'note = ""\nline = ', "unknown here"),
    "an option twice": ("hours.toml", '"weekend-day"', '"evenings-1"', "is there twice"),
    "a part that is looked for": ("reconciliation.toml", '"know"', '"see"', "with the id `know`"),
    "no such evidence": ("noticed.toml", "gratitude-2010", "gratitude-2011", "no evidence"),
    "a word twice": ("phrase.toml", '"anchor"', '"Acorn"', "the word `acorn` is there twice"),
    "255 words": ("phrase.toml", '"anchor", ', "", "not a list of 256 texts"),
    "no TOML": ("alone.toml", "title = ", "title ", "the file is not TOML"),
}


@pytest.mark.parametrize(("name", "was", "becomes", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_told_with_its_line_and_a_hint(
    home: Path, name: str, was: str, becomes: str, problem: str
) -> None:
    path = home / "together" / name
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8")

    found = [one for one in check_words(home, EVIDENCE) if problem in one.problem]

    assert found
    assert all(one.path == path and one.hint for one in found)


def test_the_line_is_that_of_the_key(home: Path) -> None:
    path = home / "together" / "listening.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    [number] = [number for number, line in enumerate(lines, 1) if line.startswith('back = "It')]
    lines[number - 1] = 'back = "It is {clock}."'
    path.write_text("\n".join(lines), encoding="utf-8")

    assert told(home) == [("listening.toml", number, "there is a place that nothing fills")]


def test_words_that_no_page_shows_are_left_alone(home: Path) -> None:
    path = home / "together" / "closer.toml"
    path.write_text('remark = "{curly}"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert told(home) == []


SHOWN_BY = {
    "checkin": "checkin.toml",
    "closer": "closer.toml",
    "compromise": "compromise.toml",
    "dates": "dates-page.toml",
    "early_signs": "early-signs.toml",
    "ground_rules": "ground-rules.toml",
    "hard_days": "triggers.toml",
    "interests": "interests-page.toml",
    "listening": "listening.toml",
    "memories": "memories.toml",
    "noticed": "noticed.toml",
    "ours": "ours.toml",
    "promises": "promises.toml",
    "surprises": "surprises-page.toml",
}


@pytest.mark.parametrize(("page", "name"), SHOWN_BY.items(), ids=SHOWN_BY.keys())
def test_each_text_that_a_page_names_is_looked_for(page: str, name: str) -> None:
    known = {".".join((*one.path, key)) for one in wanted(name) for key in one.keys}
    known |= {".".join(one.path).replace("[]", "").rstrip("!") for one in wanted(name)}
    templates = [path.read_text(encoding="utf-8") for path in (PAGES / page).glob("*.html")]
    shown = {found for text in templates for found in re.findall(r"\btext\.([\w.]+)", text)}

    assert shown
    assert shown - known == set()
