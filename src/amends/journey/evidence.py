"""What a lesson may claim, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from amends.safety import TEXT, Key, check_keys, one_of
from amends.text import ContentError, ContentFile, load_table

GRADES = ("A", "B", "C", "D", "?")
"""A: meta-analysis or large trial. B: a trial, or several studies over time. C: small, or only
what goes together. D: what counsellors say. ?: from memory, not confirmed, not to be cited."""
UNCONFIRMED = "?"
_KEYS = {
    "finding": Key(TEXT, is_required=True),
    "limit": Key(TEXT, is_required=True),
    "grade": Key(one_of(GRADES), is_required=True),
}


@dataclass(frozen=True)
class Evidence:
    """One finding: a sentence that says how many people it rests on, a grade, and its limit."""

    id: str
    finding: str
    grade: str
    limit: str

    @property
    def is_confirmed(self) -> bool:
        """Say whether it may be cited."""
        return self.grade != UNCONFIRMED


def read_evidence(folder: Path) -> tuple[dict[str, Evidence], list[ContentError]]:
    """Return every finding of `folder/evidence.toml` by its id, and every mistake in the file."""
    try:
        file = load_table(folder / "evidence.toml")
    except ContentError as error:
        return {}, [error]
    problems = [problem for name in file.header for problem in _problems(file, name)]
    sound = {} if problems else {name: _evidence(name, file) for name in file.header}
    return sound, problems


def _problems(file: ContentFile, name: str) -> list[ContentError]:
    table = file.header[name]
    if not isinstance(table, Mapping):
        return [file.mistake(name, f"`{name}` is not a finding", "begin it with a line [id]")]
    return list(check_keys(file, _KEYS, table, name))


def _evidence(name: str, file: ContentFile) -> Evidence:
    return Evidence(id=name, **file.header[name])
