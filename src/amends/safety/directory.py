"""Phone lines by country, as content lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from amends.safety.helpline import KINDS, Country, Helpline
from amends.safety.helpline_file import FALLBACK, NAMES, problems_of
from amends.text import CONTENT, ContentError, ContentFile, load_table


@cache
def countries(folder: Path = CONTENT, language: str = "en") -> tuple[Country, ...]:
    """Return all countries that have lines, by name.

    A file with a mistake is left out, so that one slip never takes the others from someone in
    need; `check_helplines` tells of it.
    """
    names = _kind_names(folder, language)
    found = [_country(load_table(path), names) for path in _paths(folder) if not problems_of(path)]
    return tuple(sorted(found, key=lambda country: country.name))


def helplines(code: str, folder: Path = CONTENT, language: str = "en") -> Country | None:
    """Return a country by its code, or nothing when it is not listed."""
    wanted = code.upper()
    return next((one for one in countries(folder, language) if one.code == wanted), None)


@cache
def fallback(folder: Path = CONTENT) -> tuple[Helpline, ...]:
    """Return the lists of lines for every other country.

    Raises:
        ContentError: the file cannot be read.
    """
    table = load_table(_home(folder) / f"{FALLBACK}.toml").header
    return tuple(_line(one, {}) for one in table["line"])


def check_helplines(folder: Path = CONTENT) -> list[ContentError]:
    """Return every mistake in the helplines of a folder of content."""
    standing = [_home(folder) / f"{name}.toml" for name in (FALLBACK, NAMES)]
    return [problem for path in (*_paths(folder), *standing) for problem in problems_of(path)]


@dataclass(frozen=True)
class Unchecked:
    """A line that is worth a look at its official page: where it stands in content."""

    path: Path
    row: int
    line: Helpline


def unchecked_helplines(today: date, folder: Path = CONTENT) -> list[Unchecked]:
    """Return every line that is unconfirmed, or was checked more than 180 days ago.

    A file with a mistake is left out; `check_helplines` tells of it.
    """
    files = [load_table(path) for path in _paths(folder) if not problems_of(path)]
    found = [
        Unchecked(file.path, file.line_of(f"line.{number}"), _line(one, {}))
        for file in files
        for number, one in enumerate(file.header["line"])
    ]
    return [one for one in found if one.line.needs_check(today)]


def _home(folder: Path) -> Path:
    return folder / "helplines"


def _paths(folder: Path) -> list[Path]:
    paths = sorted(_home(folder).glob("*.toml"))
    return [path for path in paths if path.stem not in {FALLBACK, NAMES}]


def _kind_names(folder: Path, language: str) -> Mapping[str, str]:
    path = _home(folder) / f"{NAMES}.toml"
    names: Mapping[str, str] = (
        {} if problems_of(path) else load_table(path).header.get(language, {})
    )
    return names


def _country(file: ContentFile, names: Mapping[str, str]) -> Country:
    lines = [_line(one, names) for one in file.header["line"]]
    lines.sort(key=lambda line: KINDS.index(line.kind))
    return Country(file.path.stem.upper(), file.header["name"], tuple(lines))


def _line(table: Mapping[str, Any], names: Mapping[str, str]) -> Helpline:
    kind = table.get("kind", "")
    return Helpline(**{**table, "kind": kind, "kind_name": names.get(kind, kind)})
