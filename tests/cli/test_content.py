from pathlib import Path

import pytest

from amends.cli import main, wording
from amends.text import CONTENT
from tests.journey.small import INCIDENT, copy, sheet, small_content, write

RULE = """\
+++
severity = "rethink"
source = "lewicki-2016"
phrases = ["sorry if"]
+++
# "Sorry if…"
## Why
An *if* asks them to prove it.
## Try instead
Say what you did.
## Flags
- Sorry if one.
- Sorry if two.
- Sorry if three.
- Sorry if four.
- Sorry if five.
- Sorry if six.
## Leaves alone
- I left one.
- I left two.
- I left three.
- I left four.
- I left five.
- I left six.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_content(tmp_path)
    for name in ("helplines/de", "helplines/kinds", "helplines/fallback", "en/gate"):
        copy(f"{name}.toml", tmp_path)
    copy("en/together/tools.toml", tmp_path)
    put_rule(tmp_path, RULE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_rule(folder: Path, text: str) -> None:
    path = folder / "en" / "rules" / "ownership" / "sorry-if.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def check(folder: Path) -> int:
    with pytest.raises(SystemExit) as left:
        main(["content", "check", str(folder)])
    return int(left.value.code or 0)


def test_sound_content_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = check(folder)

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    assert told.out == "no mistakes: 3 lessons, 2 phases, 1 rules, 2 findings, 1 countries\n"


def test_a_mistake_in_a_lesson_is_told_with_place_and_hint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "own/01-incident.md", sheet(INCIDENT.replace("minutes", "minuts")))

    code = check(folder)

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err == (
        "en/journey/own/01-incident.md:4: the key `minuts` is unknown here\n"
        "hint: did you mean minutes?\n"
    )


@pytest.mark.parametrize(
    ("name", "was", "becomes", "told"),
    [
        ("helplines/de.toml", '"emergency"', '"police"', "helplines/de.toml:4: `kind` is not one"),
        (
            "helplines/kinds.toml",
            "crisis",
            "crisis!",
            "helplines/kinds.toml:5: amends does not say “!”",
        ),
        ("evidence.toml", "owning it", "just owning it", "evidence.toml:2: amends does not say “j"),
        ("evidence.toml", "grade", "grad", "evidence.toml:4: the key `grad` is unknown here"),
        ("en/forms.toml", "{least}", "", "en/forms.toml:10: `too_few_rows` has no place for"),
        ("en/forms.toml", "Please write", "Just write", "en/forms.toml:4: amends does not say “J"),
        ("en/forms.toml", "missing = ", "missing = x", "en/forms.toml:4: the file is not TOML"),
        ("en/rules/ownership/sorry-if.md", "## Why", "## Whi", 'sorry-if.md:7: the part "## Whi"'),
        ("en/rules/ownership/sorry-if.md", "Sorry if two", "Two", "this example is not marked"),
        ("en/rules/ownership/sorry-if.md", "-2016", "-2061", ":3: there is no evidence `lewicki-2"),
        ("en/gate.toml", "[state.", "[stat.", "en/gate.toml:"),
        ("en/gate.toml", "[state.", "[state", "en/gate.toml:"),
        ("en/together/tools.toml", "title", "titel", "tools.toml:6: the key `titel` is unknown"),
    ],
)
def test_every_room_says_what_is_wrong_with_its_own_content(
    folder: Path, capsys: pytest.CaptureFixture[str], was: str, becomes: str, name: str, told: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(text.replace(was, becomes, 1), encoding="utf-8")

    code = check(folder)

    error = capsys.readouterr().err
    assert (code, text.count(was) > 0) == (2, True)
    assert told in error
    assert "hint: " in error


def test_a_mistake_is_told_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "en" / "forms.toml").write_text("missing = \n", encoding="utf-8")

    check(folder)

    assert capsys.readouterr().err.count("forms.toml") == 1


@pytest.mark.parametrize("name", ["en/gate.toml", "en/forms.toml", "evidence.toml"])
def test_a_file_that_is_not_there_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).unlink()

    assert check(folder) == 2
    assert f"{name}:1: there is no such file" in capsys.readouterr().err


def test_a_folder_without_content_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path) == 2
    assert "there is no content here" in capsys.readouterr().err


def test_the_content_that_ships_has_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["content", "check"])

    told = capsys.readouterr()
    assert (told.err, left.value.code) == ("", 0)
    assert told.out.startswith("no mistakes: ")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            'marked = ["sorry-fi"]',
            "12: the coach knows no `sorry-fi`\nhint: did you mean sorry-if?",
        ),
        ('read_as = "letter"', "12: the coach knows no `letter`\nhint: one of: apology"),
    ],
)
def test_a_sheet_must_name_marks_and_kinds_that_the_coach_knows(
    folder: Path, capsys: pytest.CaptureFixture[str], line: str, problem: str
) -> None:
    header = INCIDENT.replace("minutes", 'each = "act"\nminutes')
    write(
        folder,
        "own/01-incident.md",
        sheet(header.replace("required = true", f"required = true\n{line}")),
    )

    code = check(folder)

    assert code == 2
    assert f"own/01-incident.md:{problem}" in capsys.readouterr().err


def test_the_reading_level_of_each_lesson_is_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["content", "check", "--reading", str(folder)])

    lines = capsys.readouterr().out.splitlines()
    assert left.value.code == 0
    assert any("journey/own/01-incident.md; hardest: line " in line for line in lines)


def test_pages_and_errors_are_held_to_the_same_words() -> None:
    texts = {path.name for path in wording.texts(CONTENT / "en", CONTENT)}

    assert {"base.html", "errors.py", "welcome.toml", "evidence.toml", "de.toml"} <= texts
    assert "lint.toml" not in texts
