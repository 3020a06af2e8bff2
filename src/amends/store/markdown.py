"""Records as Markdown that reads well in any text editor."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

STEP = "  "


def as_markdown(title: str, sections: Iterable[tuple[str, Mapping[str, JsonValue]]]) -> str:
    """Return one heading with a section for each record; empty fields are left out.

    >>> print(as_markdown("note", [("Monday", {"text": "I was late.", "next": ""})]), end="")
    # note
    <BLANKLINE>
    ## Monday
    <BLANKLINE>
    - text: I was late.
    """
    parts = [f"# {title}"]
    for heading, fields in sections:
        parts += [f"## {heading}", "\n".join(_lines(dict(fields), ""))]
    return "\n\n".join(parts) + "\n"


def _lines(value: JsonValue, indent: str) -> list[str]:
    if isinstance(value, dict):
        return [line for name, one in value.items() for line in _named(name, one, indent)]
    if isinstance(value, list):
        return [line for one in value for line in _item(one, indent)]
    return [indent + line for line in _text(value).splitlines()]


def _named(name: str, value: JsonValue, indent: str) -> list[str]:
    if value in ("", None, [], {}):
        return []
    text = _text(value)
    if isinstance(value, dict | list) or "\n" in text:
        return [f"{indent}- {name}:", *_lines(value, indent + STEP)]
    return [f"{indent}- {name}: {text}"]


def _item(value: JsonValue, indent: str) -> list[str]:
    first, *rest = _lines(value, indent + STEP) or [""]
    return [f"{indent}- {first.strip().removeprefix('- ')}", *rest]


def _text(value: JsonValue) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
