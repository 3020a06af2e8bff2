"""A small scene without mistakes, to make mistakes in."""

from pathlib import Path

from amends.text import ContentError

SCENE = """\
title = "At the door"
line = "A minute."

[[node]]
name = "door"
happens = "They open."

[[node.reply]]
say = "Hello."
to_them = "A nod."
to_you = "Air."
to = "hall"

[[node.reply]]
say = "Why?"
to_them = "A frown."
to_you = "Heat."
to = "over"

[[node.hears]]
labels = ["pressure"]
like = 2

[[node.hears]]
to_them = "They wait."
to_you = "You stop."
to = "hall"

[[node]]
name = "hall"
happens = "It is warm."

[[node.reply]]
say = "Thanks."
to_them = "A nod."
to_you = "Air."
to = "over"

[[node.reply]]
say = "Go back."
to_them = "A nod."
to_you = "Air."
to = "door"

[[node.hears]]
to_them = "They wait."
to_you = "You stop."
to = "over"

[[end]]
name = "over"
title = "It is over"
happens = "It ends."
tonight = "Sleep."
"""


def put(folder: Path, text: str, name: str = "01-door.toml") -> Path:
    """Write one scene where a language keeps them; return the home of that language."""
    path = folder / "scenes" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def told(found: list[ContentError]) -> list[str]:
    """Return mistakes as `line: problem | hint`."""
    return [f"{one.line}: {one.problem} | {one.hint}" for one in found]
