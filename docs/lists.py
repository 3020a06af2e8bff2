"""The lists themselves, as Markdown: commands, pages, exercises, evidence, importers."""

import ast
import re
from collections import defaultdict
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from amends.cli import main
from amends.cli.catalogue import command_names
from amends.coach import Rules
from amends.journey import Evidence, Exercise, Program
from amends.web.professionals import professionals

SOURCE = Path(__file__).parent.parent / "src" / "amends"
PAGES = SOURCE / "web" / "pages"
IMPORTERS = SOURCE / "chats" / "importers"


def commands() -> str:
    """Return every command with its own help."""
    return "\n\n".join(_command(name) for name in command_names())


def _command(name: str) -> str:
    said = StringIO()
    with redirect_stdout(said), suppress(SystemExit):
        main([*name.split(), "--help"])
    lines = "\n".join(line.rstrip() for line in said.getvalue().strip().splitlines())
    return f"## amends {name}\n\n```text\n{lines}\n```"


def pages() -> str:
    """Return every page: its address, whether it opens without unlocking, and what it is for."""
    rows = [_page(path) for path in PAGES.glob("*/page.py")]
    head = ["| page | opens while locked | what it is for |", "|---|---|---|"]
    return "\n".join([*head, *sorted(rows)])


def _page(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    purpose = (ast.get_docstring(tree) or "").partition("\n")[0]
    address, is_open = _declared(tree)
    return f"| `{address}` | {'yes' if is_open else 'no'} | {_cell(purpose)} |"


def declared_pages() -> list[tuple[str, str, bool]]:
    """Return every page's folder, address, and whether it opens while locked."""
    paths = sorted(PAGES.glob("*/page.py"))
    trees = {path.parent.name: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    return [(name, *_declared(tree)) for name, tree in trees.items()]


def _declared(tree: ast.Module) -> tuple[str, bool]:
    values = {
        target.id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    address = re.sub(r"<\w+:(\w+)>", r"<\1>", f"/{values['PATH']}")
    return address, bool(values.get("OPEN"))


def importers() -> str:
    """Return every importer of chats: what it is called, and what it reads."""
    rows = []
    for path in sorted(IMPORTERS.glob("[a-z]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        rows.append(f"| {_named(tree)} | {_cell(first)} |")
    return "\n".join(["| format | what is read |", "|---|---|", *sorted(rows)])


def _named(tree: ast.Module) -> str:
    named = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(one, ast.Name) and one.id == "NAME" for one in node.targets)
    )
    return str(next(named))


def exercises() -> str:
    """Return every phase with its exercises, and what each needs first."""
    parts = []
    for phase in Program.load("en").phases:
        rows = [_exercise(one) for one in phase.exercises]
        head = ["| exercise | title | minutes | serves | needs first |", "|---|---|---|---|---|"]
        table = ["", *head, *rows] if rows else []
        parts.append("\n".join([f"### {phase.name}: {phase.title}", "", phase.summary, *table]))
    return "\n\n".join(parts)


def _exercise(one: Exercise) -> str:
    serves = ", ".join(map(str, one.features))
    return f"| {one.id} | {_cell(one.title)} | {one.minutes} | {serves} | {', '.join(one.needs)} |"


def evidence() -> str:
    """Return every finding with its grade, its limit, and where it is cited."""
    program = Program.load("en")
    cited = defaultdict(list)
    for exercise in program.exercises:
        for name in exercise.evidence:
            cited[name].append(exercise.id)
    for rule in Rules.load("en").rules:
        cited[rule.file.source].append(f"{rule.file.family}/{rule.file.label}")
    return "\n\n".join(_finding(one, cited[one.id]) for one in program.evidence.values())


def _finding(one: Evidence, cited: list[str]) -> str:
    where = ", ".join(cited) or "nowhere yet"
    return f"### {one.id} · {one.grade}\n\n{one.finding} {one.limit}\n\nCited in: {where}."


def for_professionals() -> str:
    """Return the page for professionals, in the words that the app shows."""
    return professionals().text


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
