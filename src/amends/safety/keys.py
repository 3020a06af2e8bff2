"""Which keys a header may hold, and what must stand in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from amends.text import ContentError, ContentFile


@dataclass(frozen=True)
class Kind:
    """What may stand in a key: said in words, tested, and shown."""

    words: str
    accepts: Callable[[Any], bool]
    hint: str


@dataclass(frozen=True)
class Key:
    """One key of a header."""

    kind: Kind
    is_required: bool = False


def is_text(value: object) -> bool:
    """Say whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_list_of(is_one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(map(is_one, value))


TEXT = Kind("a text", is_text, 'write it in quotes, such as "a text"')
NUMBER = Kind("a whole number above 0", _is_number, "write it without quotes, such as 12")
FLAG = Kind("true or false", lambda value: isinstance(value, bool), "write true or false")
TEXTS = Kind("a list of texts", _is_list_of(is_text), 'write ["a", "b"]')
NUMBERS = Kind("a list of whole numbers", _is_list_of(_is_number), "write [1, 2]")
TABLES = Kind(
    "a list of tables",
    _is_list_of(lambda one: isinstance(one, Mapping)),
    "open each of them with two brackets: [[field]]",
)


def one_of(names: tuple[str, ...]) -> Kind:
    """Return the kind of a text that must be one of some names."""
    told = "one of: " + ", ".join(names)
    return Kind(told, lambda value: value in names, told)


def check_keys(
    file: ContentFile, keys: Mapping[str, Key], table: Mapping[str, Any], at: str = ""
) -> Iterator[ContentError]:
    """Yield every mistake in the keys of one table, which stands `at` such as `field.0`."""
    before = f"{at}." if at else ""
    for name, value in table.items():
        if name not in keys:
            hint = did_you_mean(name, keys)
            yield file.mistake(before + name, f"the key `{name}` is unknown here", hint)
        elif not keys[name].kind.accepts(value):
            kind = keys[name].kind
            yield file.mistake(before + name, f"`{name}` is not {kind.words}", kind.hint)
    meant = {nearest(name, keys) for name in table if name not in keys}
    for name, key in keys.items():
        if key.is_required and name not in table and name not in meant:
            hint = f"add a line `{name} = …`: {key.kind.words}"
            yield file.mistake(at, f"`{name}` is missing", hint)


def did_you_mean(name: str, known: Mapping[str, object]) -> str:
    """Return a hint: the closest known name, or all of them."""
    near = nearest(name, known)
    return f"did you mean {near}?" if near else "one of: " + ", ".join(sorted(known))


def nearest(name: str, known: Mapping[str, object]) -> str:
    """Return the known name that is closest, or an empty text when none is close."""
    return next(iter(get_close_matches(name, known, n=1)), "")
