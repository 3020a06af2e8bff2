"""The requirements of ASVS 5.0 that concern amends, and what shows each or says why not.

`docs/asvs.toml` says what is asked and where amends deviates; a test says what it shows, with the
marker `asvs`. A requirement with neither is an error, and so is a marker that asks for nothing.
"""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests"
_ID = re.compile(r"V\d+\.\d+\.\d+")


class RequirementError(Exception):
    """Requirements that nothing answers, or answers to nothing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Shown:
    """One test that shows a requirement: its file below `tests`, and its name."""

    file: str
    name: str

    @property
    def sentence(self) -> str:
        """Return the test's name as it reads."""
        return self.name.removeprefix("test_").replace("_", " ")


@dataclass(frozen=True)
class Requirements:
    """What is asked by id, chapters by id, what is left out and what deviates, each with why."""

    chapters: Mapping[str, str]
    asked: Mapping[str, str]
    left_out: Mapping[str, str]
    deviations: Mapping[str, str]

    @classmethod
    def load(cls, path: Path = HERE / "asvs.toml") -> "Requirements":
        """Read the list."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        asked = {id_: asks for chapter in table["chapters"] for id_, asks in table[chapter].items()}
        return cls(table["chapters"], asked, table["left_out"], table["deviations"])


def shown(folder: Path = TESTS) -> dict[str, list[Shown]]:
    """Return the tests that show each requirement, as their markers say."""
    found = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        for name, id_ in _marked(ast.parse(text)) if "mark.asvs" in text else ():
            found[id_].append(Shown(path.relative_to(folder).as_posix(), name))
    return dict(found)


def _marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for test in tree.body:
        for mark in test.decorator_list if isinstance(test, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.asvs":
                assert isinstance(test, ast.FunctionDef)
                yield from ((test.name, str(ast.literal_eval(id_))) for id_ in mark.args)


def problems(wanted: Requirements, found: Mapping[str, list[Shown]]) -> list[str]:
    """Return a line for each requirement that nothing answers, and each answer to nothing."""
    answered = {*found, *wanted.deviations}
    kinds = {
        "no test shows it, and no deviation says why": [*{*wanted.asked} - answered],
        "it is not on the list in docs/asvs.toml": [*answered - {*wanted.asked}],
        "it is no id": [id_ for id_ in wanted.asked if not _ID.fullmatch(id_)],
        "it is asked and left out": [id_ for id_ in wanted.asked if _is_left_out(id_, wanted)],
    }
    return sorted(f"{id_}: {problem}" for problem, ids in kinds.items() for id_ in ids)


def _is_left_out(id_: str, wanted: Requirements) -> bool:
    section = id_.rpartition(".")[0]
    return not {id_, section, section.partition(".")[0]}.isdisjoint(wanted.left_out)


def asvs() -> str:
    """Return how many are met, then every requirement by chapter, then what does not apply.

    Raises:
        RequirementError: something has neither test nor deviation, or is not on the list.
    """
    wanted, found = Requirements.load(), shown()
    wrong = problems(wanted, found)
    if wrong:
        raise RequirementError(wrong)
    parts = [_counts(wanted, found)]
    parts += [_chapter(chapter, title, wanted, found) for chapter, title in wanted.chapters.items()]
    return "\n\n".join([*parts, _left_out(wanted)])


def _counts(wanted: Requirements, found: Mapping[str, list[Shown]]) -> str:
    partly = [id_ for id_ in wanted.deviations if id_ in found]
    unmet = [id_ for id_ in wanted.deviations if id_ not in found]
    met = len(wanted.asked) - len(wanted.deviations)
    return (
        f"Of {len(wanted.asked)} requirements, {met} are met and shown by tests, {len(partly)} are "
        f"met in part, and {len(unmet)} are not met."
    )


def _chapter(
    chapter: str, title: str, wanted: Requirements, found: Mapping[str, list[Shown]]
) -> str:
    rows = [
        f"| {id_} | {asks} | {_answer(id_, wanted, found)} |"
        for id_, asks in wanted.asked.items()
        if id_.startswith(f"{chapter}.")
    ]
    head = ["| id | what is asked | what shows it, or why not |", "|---|---|---|"]
    return "\n".join([f"## {chapter}: {title}", "", *head, *rows])


def _answer(id_: str, wanted: Requirements, found: Mapping[str, list[Shown]]) -> str:
    tests = [f"[{one.sentence}](../tests/{one.file})" for one in found.get(id_, [])]
    deviation = wanted.deviations.get(id_)
    if deviation is None:
        return "; ".join(tests)
    how = "In part" if tests else "Not met"
    return " ".join([f"**{how}.** {deviation}", "; ".join(tests)]).strip()


def _left_out(wanted: Requirements) -> str:
    rows = [f"| {id_} | {why} |" for id_, why in wanted.left_out.items()]
    return "\n".join(["## What does not apply", "", "| id | why |", "|---|---|", *rows])
