"""A small folder of content, sound until a test changes it."""

from pathlib import Path

import pytest

from amends.journey import ContentErrors, Program
from amends.text import CONTENT, ContentError

LESSON = "Look at what happened before you do anything about it. " * 20
ABOUT = "This part is for looking. " * 10
EVIDENCE = """\
[lewicki-2016]
finding = "In studies with 755 people, owning it came first."
limit = "They judged invented cases."
grade = "B"

[discern-2016]
finding = "Of 100 couples, 47 tried."
limit = "From memory."
grade = "?"
"""
INCIDENT = """\
title = "What happened"
features = [1]
minutes = 12
evidence = ["lewicki-2016"]
[[field]]
name = "act"
label = "What did you do?"
type = "long"
required = true
[[field]]
name = "others"
label = "Other times"
type = "rows"
columns = [{name = "day", type = "date"}, {name = "line", label = "What I did", type = "short"}]
"""
APOLOGY = """\
title = "The parts of an apology"
features = [7]
minutes = 20
needs = ["own/incident"]
review_after_days = 7
[[field]]
name = "line"
label = "Which line?"
type = "short"
from = "own/incident.others.line"
"""


def sheet(header: str, lesson: str = LESSON) -> str:
    """Return a file of content."""
    return f"+++\n{header}+++\n{lesson}\n"


def phase(order: int, about: str = ABOUT) -> str:
    """Return the file of a phase."""
    return sheet(f'title = "A part"\nsummary = "What it is for."\norder = {order}\n', about)


def small_content(folder: Path) -> Path:
    """Write two phases with one exercise and two, and all that they lean on."""
    write(folder, "understand/phase.md", phase(1))
    write(folder, "understand/01-right-now.md", sheet(INCIDENT))
    write(folder, "own/phase.md", phase(2))
    write(folder, "own/01-incident.md", sheet(INCIDENT))
    write(folder, "own/02-apology.md", sheet(APOLOGY))
    (folder / "evidence.toml").write_text(EVIDENCE, encoding="utf-8")
    copy("en/lint.toml", folder)
    copy("en/forms.toml", folder)
    return folder


def copy(name: str, folder: Path) -> None:
    """Copy one file of the content that ships."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes((CONTENT / name).read_bytes())


def write(folder: Path, name: str, text: str) -> Path:
    """Write one file of the journey."""
    path = folder / "en" / "journey" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path) -> tuple[ContentError, ...]:
    """Return every mistake in a folder of content that has some."""
    with pytest.raises(ContentErrors) as caught:
        Program.load("en", folder)
    return caught.value.errors


def told(folder: Path) -> list[str]:
    """Return every mistake as `place:line: problem | hint`, places inside the journey."""
    home = folder / "en" / "journey"
    return [
        f"{one.path.relative_to(home).as_posix()}:{one.line}: {one.problem} | {one.hint}"
        for one in mistakes(folder)
    ]
