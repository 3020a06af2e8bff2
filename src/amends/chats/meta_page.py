"""The messages of a page of Messenger or Instagram: classes, not words, tell their parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from amends.chats.json_stream import string

SENDER, SENT, WHEN = "sender", "sent", "when"
_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[^<>]*>|([^<]+)|<")
"""A tag, a comment, or text: linear, whatever is missing; html.parser of 3.11 is not."""
_ATTRIBUTE = re.compile(r"""\b(class|href)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
_CLASSES = {
    "_2lel": SENDER,
    "_a6-i": SENDER,
    "_2let": SENT,
    "_a6-p": SENT,
    "_2lem": WHEN,
    "_a72d": WHEN,
    "_a6-o": WHEN,
}
"""The first of each pair was used before 2022."""
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "source", "wbr"})
_INLINE = frozenset({"a", "b", "i", "u", "em", "strong", "span", "wbr", "mark", "br"})
_BREAK = "\ufdd0"
"""Between blocks of text; no character, so no text has it."""
_UNSEEN = frozenset({"style", "script", "ul"})
"""In `ul` stand the reactions to a message."""


@dataclass
class Part:
    """One message as it stands in the page; its pieces of text by the part that they stand in."""

    pieces: dict[str, list[str]] = field(default_factory=dict, repr=False)

    @property
    def sender(self) -> str:
        """Return who wrote it."""
        return "".join(self.pieces.get(SENDER, ())).strip()

    @property
    def when(self) -> str:
        """Return its date and time as they stand there."""
        return "".join(self.pieces.get(WHEN, ())).strip()

    @property
    def text(self) -> str:
        """Return what was written; where nothing was, what was shared."""
        blocks = "".join(self.pieces.get(SENT, ())).split(_BREAK)
        return next((text for one in blocks if (text := one.strip())), "")

    def add(self, role: str, words: str) -> None:
        """Add a piece of text."""
        self.pieces.setdefault(role, []).append(words)


@dataclass
class _Page:
    """Where the reader stands: in which part of a message, how deep, in what is not shown."""

    part: Part = field(default_factory=Part)
    role: str = ""
    depth: int = 0
    unseen: str = ""
    is_local: bool = False

    def say(self, words: str) -> None:
        """Take text that stands between tags."""
        if self.role and not self.unseen and not self.is_local:
            self.part.add(self.role, words)

    def open(self, tag: str, attributes: str) -> Part | None:
        """Take a tag that opens; return the message before, where a new one begins."""
        if self.unseen or tag in _UNSEEN:
            self.unseen = self.unseen or tag
        elif self.role:
            self.depth += tag not in _VOID
            self._show(tag, attributes)
        elif tag not in _VOID:
            self.role, self.depth = _role(attributes), 1
            if self.role == SENDER:
                return self.taken()
        return None

    def close(self, tag: str) -> Part | None:
        """Take a tag that closes; return the message that it ends."""
        if self.unseen:
            self.unseen = "" if tag == self.unseen else self.unseen
        elif self.role and tag not in _VOID:
            self.depth -= 1
            self.is_local = self.is_local and tag != "a"
            self._break(tag)
            if not self.depth:
                ended, self.role = self.role, ""
                return self.taken() if ended == WHEN and self.part.when else None
        return None

    def taken(self) -> Part | None:
        """Return the message so far, if there is one, and begin the next."""
        done, self.part = self.part, Part()
        return done if done.sender or done.text else None

    def _show(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self.say("\n")
        self._break(tag)
        link = _value(attributes, "href") if tag == "a" else ""
        self.is_local = bool(link) and "://" not in link and not link.startswith("mailto:")

    def _break(self, tag: str) -> None:
        if self.role == SENT and tag not in _INLINE:
            self.part.add(SENT, _BREAK)


def _value(attributes: str, name: str) -> str:
    found = (one for one in _ATTRIBUTE.finditer(attributes) if one[1] == name)
    return next((one[2] or one[3] or "" for one in found), "")


def _role(attributes: str) -> str:
    classes = _value(attributes, "class").split()
    return next((_CLASSES[one] for one in classes if one in _CLASSES), "")


def parts(text: str) -> Iterator[Part]:
    """Yield the messages of a page in its own order, the newest first."""
    page = _Page()
    for token in _TOKEN.finditer(text):
        closing, tag, attributes, words = token.groups()
        if words:
            page.say(string(unescape(words)))
            continue
        if not tag:
            continue
        tag = tag.lower()
        done = page.close(tag) if closing else page.open(tag, attributes)
        if done:
            yield done
    last = page.taken()
    if last:
        yield last
