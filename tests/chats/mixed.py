"""Chats with all that phones put between what people say, and what should be read of them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from amends.chats import Kind
from benchmarks.generator import LRM, STYLES, Said, Style

LINES = (
    'Alice created group "Trip: Rome"',
    "You changed the subject from “Food” to “Food: here”",
    "Your security code with Bob changed. Tap to learn more.",
    "Bob left",
)
IPHONE_LINES = ("Alice changed the subject to “Food: here”", "Your security code changed.")


@dataclass(frozen=True)
class Line:
    """One message as a file shows it, and as it should be read."""

    said: Said
    shown: str
    kind: Kind
    is_marked: bool = False


def mixed(
    said: Sequence[Said], style: Style, words: Mapping[str, Sequence[str]], seed: int
) -> Iterator[Line]:
    """Yield a chat with pictures left out, changed words, lines about it, and pasted chats."""
    dice = random.Random(seed)  # noqa: S311 - a chat, not a secret
    for one in said:
        kind = dice.random()
        if kind < 0.06:
            yield _own(one, dice.choice(words["omitted" if style.iphone else "media"]), style)
        elif kind < 0.08:
            word = dice.choice(words["deleted"])
            yield Line(_said(one, word), LRM * style.iphone + word, Kind.DELETED, style.iphone)
        elif kind < 0.10 and words.get("edited"):
            behind = f" {LRM * style.iphone}<{dice.choice(words['edited'])}>"
            yield Line(one, one.text + behind, Kind.EDITED)
        elif kind < 0.12:
            other = style if dice.random() < 0.5 else dice.choice(list(STYLES.values()))
            text = f"{one.text}\n{_old(one, other, dice)}"
            yield Line(_said(one, text), text, Kind.TEXT)
        elif kind < 0.14:
            line = dice.choice(IPHONE_LINES if style.iphone else LINES)
            shown = f"Trip: Rome: {LRM}{line}" if style.iphone else line
            yield Line(Said(one.at, "", line), shown, Kind.SYSTEM, style.iphone)
        else:
            yield Line(one, one.text, Kind.TEXT)


def file_of(lines: Sequence[Line], style: Style) -> str:
    """Return the file."""
    ending = "\r\n" if style.iphone else "\n"
    return "".join(
        f"{LRM * line.is_marked}{style.head(line.said.at)}{_name(line.said)}{line.shown}{ending}"
        for line in lines
    )


def _name(said: Said) -> str:
    return f"{said.name}: " if said.name else ""


def _said(one: Said, text: str) -> Said:
    return Said(one.at, one.name, text)


def _own(one: Said, word: str, style: Style) -> Line:
    if style.iphone:
        return Line(_said(one, word), LRM + word, Kind.MEDIA, is_marked=True)
    return Line(_said(one, f"<{word}>"), f"<{word}>", Kind.MEDIA)


def _old(one: Said, style: Style, dice: random.Random) -> str:
    """Return some lines from forty days ago."""
    at = one.at - timedelta(days=40)
    return "\n".join(
        f"{style.head(at + timedelta(minutes=minute))}{one.name}: old words {minute}"
        for minute in range(dice.randint(1, 4))
    )
