"""Whatever is typed, there is an answer in one clear sentence."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from amends.cli.catalogue import command_names, split
from amends.cli.overview import purposes
from tests.cli.conftest import CANARY, Amends
from tests.listener.model import needs_model

MODULES = """
import sys
from amends.cli import main
try:
    main(["check", *sys.argv[1:]])
except SystemExit:
    print(" ".join(sys.modules))
"""


def test_every_command_says_what_it_is_for(amends: Amends) -> None:
    told = amends("--help").out

    assert [name for name, purpose in purposes().items() if f" {purpose}\n" not in told] == []
    assert [line for line in told.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", command_names())
def test_every_command_has_help(amends: Amends, name: str) -> None:
    said = amends(*name.split(), "--help")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: amends {name} ")
    assert purposes()[name] in " ".join(said.out.split())


def test_it_tells_its_version(amends: Amends) -> None:
    assert amends("--version").out == "0.1.0\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chek"], "did you mean: amends check"),
        (["contnet", "check"], "did you mean: amends content check"),
        (["content"], "did you mean: amends content check"),
        (["restroe", "notes.age"], "did you mean: amends restore"),
        ([CANARY], "amends --help names the commands"),
        ([f"Dear Bob, {CANARY}"], "amends --help names the commands"),
    ],
)
def test_an_unknown_command_gets_a_hint(amends: Amends, words: list[str], hint: str) -> None:
    said = amends(*words)

    assert (said.code, said.out) == (2, "")
    assert said.err == f"amends: there is no such command\nhint: {hint}\n"


def test_a_file_alone_is_most_likely_a_draft(amends: Amends, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("I was late.")

    assert "write: amends check FILE" in amends(letter).err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (f"check --{CANARY}", "there is no such option"),
        (f"check --kin {CANARY}", "there is no such option"),
        (f"doctor {CANARY}", "there is a word too many"),
        (f"check a {CANARY}", "there is no such file"),
        ("check --kind", "--kind needs a value after it"),
        (f"check --kind {CANARY}", "--kind: this value is unknown"),
        (f"check --json={CANARY}", "--json takes no value"),
        ("check letter.txt --jsonl drafts.jsonl", "there are two files to read"),
        ("backup", "something is missing: FILE"),
        ("export --data /nowhere", "something is missing: DIR"),
        (f"--{CANARY}", "there is no such option"),
        (f"--port {CANARY}", "--port: this is no port"),
        ("run --port 65536", "--port: this is no port"),
        ("run --port -1", "--port: this is no port"),
        (f"run --port {'9' * 9999}", "--port: this is no port"),
    ],
)
def test_what_is_typed_wrong_is_told_and_not_repeated(
    amends: Amends, words: str, problem: str
) -> None:
    said = amends(*words.split())

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"amends: {problem}\nhint: ")
    assert said.err.count("\n") == 2
    assert CANARY not in said.err


def test_the_longest_name_wins() -> None:
    assert split(["content", "check", "x"], ["content", "content check"]) == (
        "content check",
        ["x"],
    )
    assert split(["content"], ["content check"]) is None


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Put a command that fails in the place of `check`."""
    command = ModuleType("amends.cli.commands.check")
    command.__dict__["arguments"] = lambda _parser: None
    monkeypatch.setitem(sys.modules, command.__name__, command)
    return command


def raising(error: BaseException) -> object:
    def run(_given: object) -> int:
        raise error

    return run


def test_a_failure_of_amends_tells_nothing_that_was_written(
    amends: Amends, broken: ModuleType
) -> None:
    broken.__dict__["run"] = raising(KeyError(CANARY))

    said = amends("check")

    assert said.code == 70
    assert said.err.startswith("amends: something in amends failed: KeyError in test_commands.py,")
    assert CANARY not in said.err


def test_ctrl_c_leaves_quietly(amends: Amends, broken: ModuleType) -> None:
    broken.__dict__["run"] = raising(KeyboardInterrupt())

    said = amends("check")

    assert (said.code, said.out, said.err) == (130, "", "")


def test_whoever_reads_may_stop_reading(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text('{"text": "I am sorry that I was late."}\n' * 400)
    words = [sys.executable, "-m", "amends", "check", "--rules-only", "--jsonl", str(drafts)]

    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        told = program.stderr.read()

    assert (program.wait(), told) == (141, b"")


def loaded(*words: str) -> set[str]:
    program = subprocess.run(
        [sys.executable, "-c", MODULES, *words], input=b"Sorry.", check=True, capture_output=True
    )
    return set(program.stdout.decode().splitlines()[-1].split())


SLOW = {"django", "pydantic", "cryptography", "argon2", "nacl", "asyncio", "importlib.metadata"}


def test_reading_a_draft_by_rules_loads_nothing_that_is_slow_to_start() -> None:
    assert loaded("--rules-only") & (SLOW | {"onnxruntime", "numpy"}) == set()


@needs_model
def test_listening_to_a_draft_loads_only_what_listens() -> None:
    assert loaded() & SLOW == set()
