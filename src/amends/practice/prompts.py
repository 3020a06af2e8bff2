"""What a page of the journal asks: short prompts in five kinds, each ending on an act."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from typing import Any, Self

from amends.safety import TABLES, TEXT, TEXTS, Key, check_keys
from amends.text import CONTENT, ContentError, ContentFile, load_table

PROMPT_KINDS = ("opening", "concrete", "distanced", "good", "night")
"""Plain; what exactly; as a friend who saw it; what was good; for the night."""
PLACES = {"me"}
"""What a prompt may leave open: the name that its reader chose for themselves."""
FOLDER = "prompts"
MOST_WORDS = 45
"""A prompt that takes longer than fifteen seconds to read is not short; our choice."""
_FILE = {
    "title": Key(TEXT, is_required=True),
    "nobody": Key(TEXT),
    "evidence": Key(TEXTS),
    "prompt": Key(TABLES, is_required=True),
}
_PROMPT = {name: Key(TEXT, is_required=True) for name in ("id", "ask", "act")}


@dataclass(frozen=True)
class Prompt:
    """One prompt: what it asks, and the act that it ends on.

    `{me}` in them is the name that its reader chose for themselves; `nobody` stands for none.
    """

    id: str
    kind: str
    ask: str
    act: str
    nobody: str = ""

    def by_name(self, name: str) -> Self:
        """Return the prompt with a name in its places."""
        said = name or self.nobody
        ask, act = (part.replace("{me}", said) for part in (self.ask, self.act))
        return replace(self, ask=ask[:1].upper() + ask[1:], act=act[:1].upper() + act[1:])


@dataclass(frozen=True)
class Prompts:
    """All prompts, kind by kind in the order of their files, and what each kind is called."""

    titles: Mapping[str, str]
    every: Sequence[Prompt]

    @classmethod
    def load(cls, language: str, folder: Path = CONTENT) -> Self:
        """Read the prompts of one language; raises ContentError at the first mistake."""
        files = [_read(folder / language, kind) for kind in PROMPT_KINDS]
        for file in files:
            for mistake in _mistakes(file):
                raise mistake
        titles = {file.path.stem: str(file.header["title"]) for file in files}
        return cls(titles, tuple(one for file in files for one in _prompts(file)))

    def of(self, kind: str) -> Sequence[Prompt]:
        """Return the prompts of one kind."""
        return [one for one in self.every if one.kind == kind]

    def get(self, id: str) -> Prompt | None:  # noqa: A002 - its name everywhere
        """Return one prompt, or None when there is none with this id."""
        return next((one for one in self.every if one.id == id), None)

    def next(self, kind: str, used: Sequence[str], passed: str = "") -> Prompt:
        """Return the prompt of a kind that was not used for longest.

        `used` are the ids of earlier pages, the oldest first; with `passed`, the one after it.
        """
        mine = self.of(kind)
        order = [one.id for one in mine]
        if passed in order:
            return mine[(order.index(passed) + 1) % len(mine)]
        latest = {name: place for place, name in enumerate(used, 1)}
        return min(mine, key=lambda one: latest.get(one.id, 0))


def check_prompts(home: Path, evidence: Collection[str]) -> Iterator[ContentError]:
    """Yield every mistake in the prompts of one language, if it has any.

    `evidence` are the ids of findings that may be cited.
    """
    for kind in PROMPT_KINDS if (home / FOLDER).is_dir() else ():
        try:
            file = _read(home, kind)
        except ContentError as error:
            yield error
            continue
        yield from _mistakes(file)
        for name in file.header.get("evidence", ()):
            if name not in evidence:
                yield file.mistake("evidence", f"there is no evidence `{name}`", "check its id")


def _read(home: Path, kind: str) -> ContentFile:
    return load_table(home / FOLDER / f"{kind}.toml")


def _mistakes(file: ContentFile) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _FILE, file.header))
    yield from wrong
    seen: set[str] = set()
    for number, table in enumerate(() if wrong else file.header["prompt"]):
        yield from _mistakes_in(file, f"prompt.{number}", table, seen)


def _mistakes_in(
    file: ContentFile, at: str, table: Mapping[str, Any], seen: set[str]
) -> Iterator[ContentError]:
    wrong = list(check_keys(file, _PROMPT, table, at))
    yield from wrong
    if wrong:
        return
    if table["id"] in seen:
        yield file.mistake(f"{at}.id", f"`{table['id']}` is there twice", "give each its own id")
    seen.add(table["id"])
    if len(table["ask"].split()) > MOST_WORDS:
        hint = f"at most {MOST_WORDS} words: one question, at two in the morning"
        yield file.mistake(f"{at}.ask", "the prompt is too long", hint)
    for name in ("ask", "act"):
        yield from _wrong_places(file, f"{at}.{name}", table[name])


def _wrong_places(file: ContentFile, at: str, said: str) -> Iterator[ContentError]:
    hint = "leave open {me} alone, with both braces"
    try:
        places = {name for _, name, _, _ in Formatter().parse(said) if name is not None}
    except ValueError:
        yield file.mistake(at, "there is a brace too many", hint)
        return
    if places - PLACES:
        yield file.mistake(at, "there is a place that nothing fills", hint)
    if places and "nobody" not in file.header:
        yield file.mistake(at, "nothing stands for someone without a name", 'add `nobody = "…"`')


def _prompts(file: ContentFile) -> Iterator[Prompt]:
    kind, nobody = file.path.stem, file.header.get("nobody", "")
    for table in file.header["prompt"]:
        yield Prompt(f"{kind}/{table['id']}", kind, table["ask"], table["act"], nobody)
