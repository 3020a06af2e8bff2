"""The pages of imessage-exporter: classes, not words, tell the parts of a message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from amends.chats.imessage_written import DELETED, TIME, Written

_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[^<>]*>|([^<]+)|<")
"""A tag, or text: linear, whatever is missing; html.parser of 3.11 is not."""
_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
_SOURCE = re.compile(r"""\b(?:src|href)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""")
_TIME = re.compile(TIME)
_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "source", "wbr", "track"})
_FILES = frozenset({"img", "source", "video", "audio"})
_UNSEEN = frozenset({"style", "script", "title"})
_MESSAGE, _ANNOUNCEMENT, _PART = "message", "announcement", "message_part"
_TIMESTAMP, _SENDER, _DELETED, _EDITED, _APP = (
    "timestamp", "sender", "deleted", "edited", "app",
)  # fmt: skip
_SPOKEN = frozenset({"bubble", "unsent", "shareplay", "shared_location", "translated"})
_PASSED_OVER = frozenset(
    {"tapbacks", "reactions", "reply_context", "reply_anchor", "expressive", "attachment_error"}
)
_ROLES = {
    _MESSAGE, _ANNOUNCEMENT, _PART, _TIMESTAMP, _SENDER, _DELETED, _EDITED, _APP,
    *_SPOKEN, *_PASSED_OVER,
}  # fmt: skip
_DEEPEST = 64
"""Tags in each other that are followed; a page has some twenty."""


@dataclass
class _Open:
    """A message or a line of the app that has not ended."""

    role: str
    pieces: dict[str, list[str]] = field(default_factory=dict, repr=False)
    written: Written = field(default_factory=lambda: Written("", "", is_page=True))

    def say(self, role: str, words: str) -> None:
        """Take a piece of text."""
        self.pieces.setdefault(role, []).append(words)

    def end(self, role: str) -> None:
        """Take what was said in a part that ends."""
        if role == _DELETED:
            self.written.lines.insert(0, DELETED)
        elif role in {*_SPOKEN, _EDITED, _APP}:
            said = "".join(self.pieces.pop(role, ()))
            bare = said if role in _SPOKEN else said.strip()
            self.written.lines.extend(bare.split("\n") if bare.strip() else ())


def messages_in(page: str) -> Iterator[tuple[Written, str]]:
    """Yield each message with "", or a line of the app: its time, and what it tells."""
    stack: list[tuple[str, str]] = []
    inside: list[_Open] = []
    unseen = ""
    for found in _TOKEN.finditer(page):
        closing, tag, attributes, text = found.groups("")
        name = tag.lower()
        if unseen:
            unseen = "" if closing and name == unseen else unseen
        elif text:
            _say(stack, inside, unescape(text))
        elif closing:
            yield from _close(stack, inside, name)
        elif name in _UNSEEN:
            unseen = name
        elif name and len(stack) < _DEEPEST:
            _open(stack, inside, name, attributes)


def _open(stack: list[tuple[str, str]], inside: list[_Open], tag: str, attributes: str) -> None:
    found = _CLASS.search(attributes)
    classes = (found[1] or found[2] or "").split() if found else []
    role = next((one for one in classes if one in _ROLES), "")
    roles = {one for _, one in stack}
    if tag == "br":
        _say(stack, inside, "\n")
    elif tag == "tr" and inside:
        inside[-1].pieces.pop(_EDITED, None)  # each row is a version: the last one counts
    elif tag in _FILES and inside and not roles & _PASSED_OVER:
        source = _SOURCE.search(attributes)
        inside[-1].written.files.extend([source[1] or source[2] or ""] if source else [])
    if role in {_MESSAGE, _ANNOUNCEMENT}:
        inside.append(_Open(role))
    elif role == _EDITED and inside:
        inside[-1].written.is_edited = True
    if tag not in _VOID:
        stack.append((tag, role))


def _say(stack: list[tuple[str, str]], inside: list[_Open], words: str) -> None:
    if not inside:
        return
    role = next((one for _, one in reversed(stack) if one), "")
    in_versions = any(one == _EDITED for _, one in stack)
    if role == _PART or role in _PASSED_OVER or (role == _TIMESTAMP and in_versions):
        return
    inside[-1].say(_EDITED if in_versions and role != "unsent" else role, words)


def _close(
    stack: list[tuple[str, str]], inside: list[_Open], tag: str
) -> Iterator[tuple[Written, str]]:
    if tag not in (one for one, _ in stack):
        return
    while stack:
        opened, role = stack.pop()
        if inside and role == inside[-1].role:
            yield from _finished(inside)
        elif inside:
            inside[-1].end(role)
        if opened == tag:
            return


def _finished(inside: list[_Open]) -> Iterator[tuple[Written, str]]:
    """Yield a message of the page itself; an answer inside another is only noted there."""
    one = inside.pop()
    when = _TIME.search("".join(one.pieces.get(_TIMESTAMP, ())))
    one.written.when = when[0] if when else ""
    one.written.sender = "".join(one.pieces.get(_SENDER, ())).strip()
    if inside:
        inside[-1].written.answers.append((" ".join(one.written.when.split()), one.written.sender))
    else:
        told = "".join(one.pieces.get(_ANNOUNCEMENT, ())) if one.role == _ANNOUNCEMENT else ""
        yield one.written, " ".join(told.split())
