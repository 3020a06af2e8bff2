"""All phases and exercises of one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from amends.journey.errors import ContentErrors
from amends.journey.evidence import Evidence, read_evidence
from amends.journey.links import Sheets
from amends.journey.list_file import read_lists
from amends.journey.phase_file import FILE, read_phase
from amends.journey.sheet import Exercise, Phase
from amends.journey.sheet_file import name_of, read_sheet
from amends.journey.word_list import WordList
from amends.text import CONTENT, ContentError, ContentFile


@dataclass(frozen=True)
class Program:
    """Every phase in its order, every exercise in its phase, and what they may claim."""

    language: str
    phases: tuple[Phase, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Return all exercises, in the order of the way."""
        return tuple(one for phase in self.phases for one in phase.exercises)

    @classmethod
    def load(cls, language: str, folder: Path = CONTENT) -> "Program":
        """Read `folder/<language>/journey`, the word lists beside it and `folder/evidence.toml`.

        Raises:
            ContentErrors: every mistake found, not only the first.
        """
        home = folder / language / "journey"
        if not home.is_dir():
            hint = "there is one folder for each language, such as en"
            raise ContentErrors([ContentError(home, 1, "there is no such folder", hint)])
        reading = _Reading(home)
        evidence, problems = read_evidence(folder)
        lists, wrong_lists = read_lists(home.parent)
        phases = reading.phases()
        problems += [*reading.problems, *reading.check_links(evidence, lists), *wrong_lists]
        if problems:
            raise ContentErrors(problems)
        return cls(language, phases, evidence, lists)


class _Reading:
    """Files of one language as they are read, and the mistakes found on the way."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.problems: list[ContentError] = []
        self._sound: dict[str, Exercise] = {}
        self._files: dict[str, ContentFile] = {}
        self._ids: set[str] = set()

    def phases(self) -> tuple[Phase, ...]:
        """Return the phases that could be read, with their exercises."""
        read = [self._phase(folder) for folder in sorted(self.home.iterdir()) if folder.is_dir()]
        phases = sorted((one for one in read if one), key=lambda one: one.order)
        self._check_order(phases)
        return tuple(phases)

    def check_links(
        self, evidence: Mapping[str, Evidence], lists: Mapping[str, WordList]
    ) -> Iterator[ContentError]:
        """Yield every name that names nothing."""
        return Sheets(self._sound, self._files, self._ids, evidence, lists).check()

    def _phase(self, folder: Path) -> Phase | None:
        phase, problems = read_phase(folder)
        self.problems += problems
        paths = sorted(path for path in folder.glob("*.md") if path.name != FILE)
        self._check_numbers(paths)
        exercises = [self._exercise(path) for path in paths]
        return phase and replace(phase, exercises=tuple(one for one in exercises if one))

    def _exercise(self, path: Path) -> Exercise | None:
        exercise, file, problems = read_sheet(path)
        self.problems += problems
        name = f"{path.parent.name}/{name_of(path)}"
        if name in self._ids:
            hint = "rename one of the two files"
            self.problems.append(ContentError(path, 1, f"there are two exercises `{name}`", hint))
        self._ids.add(name)
        if exercise and file:
            self._sound[name], self._files[name] = exercise, file
        return exercise

    def _check_numbers(self, paths: list[Path]) -> None:
        for before, path in pairwise(paths):
            if before.name[:2] == path.name[:2]:
                problem = f"two files begin with {path.name[:2]}"
                hint = "the number is the place on the way: give each file its own"
                self.problems.append(ContentError(path, 1, problem, hint))

    def _check_order(self, phases: list[Phase]) -> None:
        for before, phase in pairwise(phases):
            if before.order == phase.order:
                path = self.home / phase.name / FILE
                problem = f"{before.name} has the same order"
                hint = "give each phase its own number"
                self.problems.append(ContentError(path, 1, problem, hint))
