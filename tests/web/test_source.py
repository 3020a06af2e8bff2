"""What the source does not contain: it cannot run, fetch or guess what it should not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

import amends

HERE = Path(amends.__file__).parent
SCRIPTS = sorted((HERE / "web" / "static").rglob("*.js"))
RUNS = {"eval", "exec", "compile", "__import__"}
READS_ANYTHING = {"pickle", "marshal", "shelve", "dill", "yaml", "xml"}
STARTS_PROGRAMS = {"subprocess", "pty", "popen"}
REACHES_OUT = {
    "urllib.request.urlopen",
    "urllib.request.Request",
    "http.client",
    "smtplib",
    "ftplib",
    "requests",
    "httpx",
    "aiohttp",
}
GUESSABLE = {"random", "uuid1"}
WEAK = {"md5", "sha1"}
SERVERS = ["web/hosted.py", "web/serve.py", "web/wire.py"]
"""They listen; none of them calls anyone."""
DRAWING = HERE / "web" / "seam.py"  # a line beside a page, not a secret


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(HERE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Return the names of all that a module imports, whole and in parts."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found | {name.partition(".")[0] for name in found}


def called(tree: ast.Module) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def importers(names: set[str]) -> list[str]:
    return [str(path.relative_to(HERE)) for path, tree in sources() if imported(tree) & names]


def callers(names: set[str]) -> list[str]:
    return [str(path.relative_to(HERE)) for path, tree in sources() if called(tree) & names]


@pytest.mark.asvs("V1.2.5")
def test_no_program_is_started() -> None:
    assert importers(STARTS_PROGRAMS) == []
    assert callers({"os.system", "os.popen", "os.execv", "os.spawnv"}) == []


@pytest.mark.asvs("V1.3.2", "V1.3.7")
def test_no_text_is_run_as_code() -> None:
    assert callers(RUNS) == []
    assert callers({"Template", "Engine", "engine.from_string", "from_string"}) == []


@pytest.mark.asvs("V1.5.2")
def test_nothing_is_read_back_that_could_bring_code_along() -> None:
    # Text messages of phones are XML; that reader refuses definitions and entities (tests/chats).
    assert importers(READS_ANYTHING) == ["chats/xml_stream.py"]


@pytest.mark.asvs("V1.3.6", "V13.2.4", "V14.2.3")
def test_nothing_can_be_fetched_or_sent() -> None:
    assert importers(REACHES_OUT) == []
    assert callers({"urlopen", "urllib.request.urlopen", "create_connection"}) == []
    assert importers({"socket"}) == SERVERS


@pytest.mark.asvs("V11.5.1", "V7.2.3")
def test_what_must_not_be_guessed_comes_from_the_system() -> None:
    assert importers(GUESSABLE) == [str(DRAWING.relative_to(HERE))]
    assert callers({"uuid1", "uuid.uuid1"}) == []


@pytest.mark.asvs("V11.3.1", "V11.4.1")
def test_no_weak_hash_and_no_weak_mode_is_used() -> None:
    assert callers(WEAK | {f"hashlib.{name}" for name in WEAK}) == []
    assert importers({"cryptography.hazmat.primitives.ciphers.modes"}) == []


@pytest.mark.asvs("V3.2.2", "V15.3.6")
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_of_ours_makes_markup_or_code_of_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", text)
    assert not re.search(r"__proto__|\.prototype\b(?!\.submit)|Object\.setPrototypeOf", text)


@pytest.mark.asvs("V13.3.1")
def test_no_secret_is_in_the_source() -> None:
    text = (HERE / "web" / "settings.py").read_text(encoding="utf-8")

    assert "SECRET_KEY = secrets.token_urlsafe(" in text
    assert len(settings.SECRET_KEY) > 40


@pytest.mark.asvs("V15.2.3")
def test_what_people_run_holds_no_tests() -> None:
    project = (HERE.parent.parent / "pyproject.toml").read_text(encoding="utf-8")

    assert 'packages = ["src/amends"]' in project
    assert not [path for path in HERE.rglob("*") if path.name.startswith(("test_", "conftest"))]
    assert importers({"pytest", "tests", "docs", "training"}) == []


@pytest.mark.asvs("V15.1.2")
@pytest.mark.parametrize("name", ["base.txt", "dev.txt"])
def test_every_library_is_pinned_with_its_hashes(name: str) -> None:
    text = (HERE.parent.parent / "requirements" / name).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())

    assert len(pins) > 20
    assert [pin for pin in pins if not re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ ", pin)] == []
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
