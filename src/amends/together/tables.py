"""What the files of this room have in common: numbers from 0, and nothing twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

from amends.safety import Kind
from amends.text import ContentError, ContentFile, load_table


def number_from(least: int, most: int) -> Kind:
    """Return the kind of a whole number between two others."""
    told = f"a whole number from {least} to {most}"
    return Kind(told, lambda value: type(value) is int and least <= value <= most, told)


def some_of(names: tuple[str, ...]) -> Kind:
    """Return the kind of a list with one or several of some names, each once."""
    told = "some of: " + ", ".join(names)

    def accepts(value: object) -> bool:
        return (
            isinstance(value, list)
            and bool(value)
            and all(one in names for one in value)
            and len(set(value)) == len(value)
        )

    return Kind(f"a list with {told}", accepts, told)


def texts_in_all(count: int) -> Kind:
    """Return the kind of a list with so many texts."""
    told = f"a list of {count} texts"

    def accepts(value: object) -> bool:
        return (
            isinstance(value, list)
            and len(value) == count
            and all(isinstance(one, str) and bool(one.strip()) for one in value)
        )

    return Kind(told, accepts, told)


def repeated(file: ContentFile, table: str, key: str) -> Iterator[ContentError]:
    """Yield a mistake for each value of a key that an earlier table of the file has."""
    seen: set[str] = set()
    for number, one in enumerate(file.header[table]):
        value = one.get(key)
        if isinstance(value, str) and value.casefold() in seen:
            problem = f"the {key} `{value}` is there twice"
            yield file.mistake(f"{table}.{number}.{key}", problem, "give each its own")
        seen.add(str(value).casefold())


def sound(path: Path, mistakes: Callable[[ContentFile], Iterator[ContentError]]) -> ContentFile:
    """Return a file without mistakes; raises ContentError for its first one."""
    file = load_table(path)
    for mistake in mistakes(file):
        raise mistake
    return file


def told(
    path: Path, mistakes: Callable[[ContentFile], Iterator[ContentError]]
) -> Iterator[ContentError]:
    """Yield every mistake in a file, also that it is no TOML; one that is not there has none."""
    if not path.is_file():
        return
    try:
        file = load_table(path)
    except ContentError as error:
        yield error
        return
    yield from mistakes(file)
