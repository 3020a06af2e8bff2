"""Validate all content: lessons, rules, evidence, helplines.

Word lists and checklists too. Says file, line and a hint for every mistake. The exit code is 2 when
there is one.
"""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from amends.chats import check_patterns
from amends.cli.parser import Parser
from amends.cli.problem import Problem
from amends.cli.reading import exists
from amends.cli.unchecked import unchecked
from amends.cli.wording import reading_levels, wrong_words
from amends.coach import KINDS, Rules, check_checklists, check_rules
from amends.contact import State, Words
from amends.journey import ContentErrors, Evidence, Exercise, Program, check_sentences
from amends.practice import (
    check_calm,
    check_habit_examples,
    check_letter,
    check_prompts,
    check_scenes,
    check_turns,
    check_wants,
)
from amends.safety import (
    check_helplines,
    check_instruments,
    check_screenings,
    check_signs,
    countries,
    did_you_mean,
)
from amends.text import CONTENT, ContentError, load_content, load_table
from amends.together import (
    check_dates,
    check_decks,
    check_interests,
    check_surprises,
    check_words,
)

WHERE = "name the folder that holds the languages, such as src/amends/content"
"""What helps whoever named a folder without content."""


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    words = "A folder of content; without one, the content that ships."
    parser.add_argument("folder", nargs="?", metavar="FOLDER", type=Path, help=words)
    reading = "List how hard each lesson is to read, with its hardest sentence."
    helplines = "List the helplines that are unconfirmed, or were checked over 180 days ago."
    parser.add_argument("--helplines", action="store_true", help=helplines)
    parser.add_argument("--reading", action="store_true", help=reading)


def run(given: Namespace) -> int:
    """Tell every mistake once, or how much sound content there is."""
    folder = given.folder or CONTENT
    if not exists(folder):
        raise Problem("there is no such folder", WHERE)
    if given.reading:
        for language in _languages(folder):
            sys.stdout.write("\n".join(reading_levels(folder / language)) + "\n")
        return 0
    found = check_helplines(folder) if given.helplines else problems_in(folder)
    problems = {str(problem): problem for problem in found}
    for problem in problems.values():
        sys.stderr.write("\n".join(_told(problem)) + "\n")
    if problems:
        return 2
    if given.helplines:
        today = date.today()  # noqa: DTZ011 - a day where the person is
        sys.stdout.write("\n".join(unchecked(folder, today)) + "\n")
        return 0
    sys.stdout.write(f"{counts(folder)}\n")
    return 0


def problems_in(folder: Path) -> Iterator[ContentError]:
    """Yield every mistake in a folder of content, room by room."""
    yield from check_helplines(folder)
    languages = _languages(folder)
    if not languages:
        yield ContentError(folder, 1, "there is no content here", WHERE)
    for language in languages:
        yield from _in_language(language, folder)
        yield from wrong_words(folder / language, folder)


def counts(folder: Path) -> str:
    """Return in one line how much sound content there is."""
    programs = [Program.load(language, folder) for language in _languages(folder)]
    rules = [len(Rules.load(language, folder).rules) for language in _languages(folder)]
    numbers = {
        "lessons": sum(len(program.exercises) for program in programs),
        "phases": sum(len(program.phases) for program in programs),
        "rules": sum(rules),
        "findings": len(programs[0].evidence),
        "countries": len(countries(folder)),
    }
    told = ", ".join(f"{number} {name}" for name, number in numbers.items())
    return f"no mistakes: {told}"


def _languages(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/journey"))


def _in_language(language: str, folder: Path) -> Iterator[ContentError]:
    home = folder / language
    yield from _in_texts(home, folder)
    yield from _in_gate(language, folder)
    yield from check_signs(home)
    yield from check_turns(home)
    yield from check_instruments(home)
    yield from check_screenings(home)
    yield from check_calm(home)
    yield from check_wants(home)
    wrong_rules = check_rules(home)
    yield from wrong_rules
    try:
        program = Program.load(language, folder)
    except ContentErrors as errors:
        yield from errors.errors
        return
    yield from _in_phases(home, program)
    yield from check_habit_examples(home, program.evidence)
    yield from check_patterns(home, _exercises(program), _habits(home))
    yield from check_prompts(home, program.evidence)
    yield from check_letter(home, set(_fields(program)))
    yield from check_interests(home)
    yield from check_dates(home, program.evidence)
    yield from check_surprises(home)
    yield from check_decks(home)
    yield from check_words(home, program.evidence)
    if not wrong_rules:
        rules = Rules.load(language, folder)
        yield from _in_sources(rules, program.evidence)
        yield from check_checklists(home, rules)
        yield from _in_sheets(home, program, rules)
        yield from check_scenes(home, heard_by(rules))


def _in_phases(home: Path, program: Program) -> Iterator[ContentError]:
    """Yield a mistake for each state that a phase names and the agreement does not know."""
    known = {state.value for state in State}
    for phase in program.phases:
        file = load_content(home / "journey" / phase.name / "phase.md")
        for state in sorted(phase.opens_in - known):
            problem = f"`opens_in` names `{state}`, which is no state of the agreement"
            yield file.mistake("opens_in", problem, did_you_mean(state, dict.fromkeys(known)))


def _in_texts(home: Path, folder: Path) -> Iterator[ContentError]:
    """Yield every mistake in the standing texts: no TOML, or no place for what is filled in."""
    shared = [folder / "evidence.toml", *folder.glob("helplines/*.toml")]
    for path in sorted([*home.glob("*.toml"), *(one for one in shared if one.is_file())]):
        try:
            load_table(path)
        except ContentError as error:
            yield error
    yield from check_sentences(home / "forms.toml")


def _in_gate(language: str, folder: Path) -> Iterator[ContentError]:
    """Yield the first mistake in the gate's words; a file that is not TOML was told already."""
    path = folder / language / "gate.toml"
    try:
        load_table(path)
    except ContentError as error:
        if not path.is_file():
            yield error
        return
    try:
        Words.load(language, folder)
    except ContentError as error:
        yield error


def _in_sources(rules: Rules, evidence: Mapping[str, Evidence]) -> Iterator[ContentError]:
    for rule in rules.rules:
        source = rule.file.source
        if source and source not in evidence:
            problem = f"there is no evidence `{source}`"
            hint = did_you_mean(source, evidence)
            yield load_content(rule.file.path).mistake("source", problem, hint)


def _in_sheets(home: Path, program: Program, rules: Rules) -> Iterator[ContentError]:
    """Yield every label and every kind of draft that a sheet names and the coach does not know."""
    known: dict[str, Mapping[str, object]] = {
        "marked": rules.titles,
        "read_as": dict.fromkeys(KINDS),
    }
    for exercise in program.exercises:
        for number, asked in enumerate(exercise.fields):
            named = {"marked": asked.marked, "read_as": (asked.read_as,) if asked.read_as else ()}
            for key, names in named.items():
                for name in (one for one in names if one not in known[key]):
                    problem = f"the coach knows no `{name}`"
                    hint = did_you_mean(name, known[key])
                    file = load_content(_path_of(home, exercise))
                    yield file.mistake(f"field.{number}.{key}", problem, hint)


def _exercises(program: Program) -> set[str]:
    return {exercise.id for exercise in program.exercises}


def _habits(home: Path) -> set[str]:
    return {path.stem for path in (home / "habits").glob("*.md")}


def _fields(program: Program) -> Iterator[str]:
    """Yield every field of a sheet, and every column, as `phase/exercise.field.column`."""
    for exercise in program.exercises:
        for one in exercise.fields:
            yield f"{exercise.id}.{one.name}"
            yield from (f"{exercise.id}.{one.name}.{column.name}" for column in one.columns)


def heard_by(rules: Rules) -> set[str]:
    """Return what the coach can hear in a reply: every label, and every family."""
    return {*rules.titles, *(rule.file.family for rule in rules.rules)}


def _path_of(home: Path, exercise: Exercise) -> Path:
    phase, name = exercise.id.split("/")
    return next((home / "journey" / phase).glob(f"[0-9][0-9]-{name}.md"))


def _told(problem: ContentError) -> Iterator[str]:
    here = Path.cwd()
    path = problem.path.relative_to(here) if problem.path.is_relative_to(here) else problem.path
    yield f"{path}:{problem.line}: {problem.problem}"
    if problem.hint:
        yield f"hint: {problem.hint}"
