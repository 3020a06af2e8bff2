"""The gate's words for people, from `content/<language>/gate.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from amends.contact.reasons import INSTEAD, Reason
from amends.contact.terms import State
from amends.text import CONTENT, ContentError

PLACES = {"day", "time", "topics"}
"""What a sentence may leave open, for a page to fill in: `{day}`, `{time}`, `{topics}`."""


@dataclass(frozen=True)
class StateWords:
    """What a state is called, and what it means, in one plain sentence."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Words:
    """Words for every state, reason, thing to do instead, and channel."""

    states: Mapping[State, StateWords]
    reasons: Mapping[Reason, str]
    instead: Mapping[str, str]
    channels: Mapping[str, str]

    @classmethod
    def load(cls, language: str, folder: Path = CONTENT) -> "Words":
        """Read the words of one language; raises ContentError at the first mistake."""
        path = folder / language / "gate.toml"
        file = _File(path, _read(path))
        return cls(
            states={
                state: StateWords(
                    file.text("state", state, "name"), file.text("state", state, "meaning")
                )
                for state in file.each("state", State)
            },
            reasons={reason: file.sentence(reason) for reason in file.each("reason", Reason)},
            instead={
                one: file.text("instead", one, "label")
                for one in file.each("instead", {one for ids in INSTEAD.values() for one in ids})
            },
            channels={one: file.text("channel", one) for one in file.each("channel")},
        )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(path, 1, f"this is not TOML: {error}", "text needs quotes") from None
    except UnicodeDecodeError:
        raise ContentError(path, 1, "this is not UTF-8 text", "save the file as UTF-8") from None
    except OSError as error:
        raise ContentError(path, 1, f"the file cannot be read: {error.strerror}") from None


@dataclass(frozen=True)
class _File:
    path: Path
    content: Mapping[str, Any]

    def each(self, part: str, ids: Iterable[str] = ()) -> list[Any]:
        """Return the ids of a part: `ids` and no other, or whatever is there without them."""
        found, wanted = set(self._table(part)), set(ids)
        if wanted - found:
            raise self.mistake(f"[{part}.{min(wanted - found)}] is missing", "add it")
        if wanted and found - wanted:
            raise self.mistake(f"nothing asks for [{part}.{min(found - wanted)}]", "check its name")
        return list(ids) or list(self._table(part))

    def text(self, *keys: str) -> str:
        """Return one text, which must not be empty."""
        value: object = self.content
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(f"{'.'.join(keys)} has no text", 'write it as name = "words"')
        return value

    def sentence(self, reason: Reason) -> str:
        """Return the sentence for a reason, in which only known places are left open."""
        said = self.text("reason", reason, "sentence")
        hint = "use {day}, {time} or {topics}, with both braces"
        try:
            places = {name for _, name, _, _ in Formatter().parse(said) if name is not None}
        except ValueError:
            raise self.mistake(f"reason.{reason} has a brace too many", hint) from None
        if places - PLACES:
            raise self.mistake(f"reason.{reason} has a place that nothing fills", hint)
        return said

    def mistake(self, problem: str, hint: str) -> ContentError:
        return ContentError(self.path, 1, problem, hint)

    def _table(self, part: str) -> Mapping[str, Any]:
        table = self.content.get(part)
        if not isinstance(table, Mapping) or not table:
            raise self.mistake(f"the part [{part}] is missing", "copy it from another language")
        return table
