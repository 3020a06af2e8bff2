"""What a page says about an answer, in the words of content."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amends.safety import TEXT, Key, check_keys
from amends.text import CONTENT, ContentError, ContentFile, load_table


@dataclass(frozen=True)
class Sentences:
    """The sentences of `forms.toml`; what stands in { } is filled in."""

    missing: str
    missing_choice: str
    not_a_choice: str
    not_on_scale: str
    not_a_number: str
    not_a_day: str
    too_few_rows: str
    in_row: str
    word_too_long: str
    unreadable: str

    @classmethod
    @cache
    def load(cls, language: str = "en", folder: Path = CONTENT) -> "Sentences":
        """Read the sentences of a language.

        Raises:
            ContentError: the first mistake found.
        """
        file, problems = _read(folder / language / "forms.toml")
        if problems or not file:
            raise problems[0]
        return cls(**file.header)


_FILLED = {
    "not_a_number": ("most",),
    "too_few_rows": ("least",),
    "in_row": ("line", "label", "problem"),
}
_KEYS = {name: Key(TEXT, is_required=True) for name in Sentences.__annotations__}


def check_sentences(path: Path) -> list[ContentError]:
    """Return every mistake in a file of sentences."""
    return _read(path)[1]


def _read(path: Path) -> tuple[ContentFile | None, list[ContentError]]:
    try:
        file = load_table(path)
    except ContentError as error:
        return None, [error]
    return file, [*check_keys(file, _KEYS, file.header), *_unfilled(file)]


def _unfilled(file: ContentFile) -> list[ContentError]:
    return [
        file.mistake(name, f"`{name}` has no place for {{{place}}}", "write it in braces")
        for name, places in _FILLED.items()
        for place in places
        if f"{{{place}}}" not in str(file.header.get(name, f"{{{place}}}"))
    ]
