"""One page of a Telegram export in HTML, taken apart into its messages.

The pages are made by a program that escapes each `<` and `>` in texts and attributes; so one
expression finds the tags, in a time that grows as the page does, whatever the page holds.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST = 100
"""Tags inside each other; the pages have about twelve."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^<>]*)>")
_ATTRIBUTE = re.compile(r'(class|id|title|href) ?= ?"([^"]*)"')
_ANSWERED = re.compile(r"#go_to_message(-?\d+)")
_BREAKS = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_ROLES = {
    "from_name": "from_name",
    "text": "text",
    "status": "status",
    "question": "question",
    "reply_to": "reply_to",
}
_NO_END = frozenset({"br", "img", "meta", "link", "hr", "input"})
_SOFT = "\r"
"""A line break of the page, not of the text; the text's own are <br>."""


@dataclass
class Part:
    """One message of a page: its number, where it begins, and the words in each of its boxes."""

    number: str
    place: int
    is_service: bool = False
    is_forwarded: bool = False
    is_call: bool = False
    title: str = ""
    answered: str = ""
    words: dict[str, str] = field(default_factory=dict)


@dataclass
class _Open:
    """A tag that is open: its name, and the box that words inside it belong to."""

    tag: str
    role: str


def parts(page: str) -> Iterator[Part]:
    """Yield the messages and service lines of a page."""
    part, opened, last = None, list[_Open](), 0
    for found in _TAG.finditer(page):
        role = opened[-1].role if opened else ""
        if part and role:
            _say(part, role, page[last : found.start()], opened)
        last = found.end()
        closing, tag, inside = found.groups()
        attributes = dict(_ATTRIBUTE.findall(inside)) if not closing else {}
        if attributes.get("id", "").startswith("message") and "message" in _classes(attributes):
            if part:
                yield _tidied(part)
            part, opened = Part(attributes["id"][len("message") :], found.start()), []
            part.is_service = "service" in _classes(attributes)
        if closing:
            _close(opened, tag)
        elif tag == "br" and part and role:
            part.words[role] += "\n"
        elif tag not in _NO_END and part and len(opened) < DEEPEST:
            opened.append(_Open(tag, _enter(part, role, attributes)))
    if part:
        yield _tidied(part)


def _classes(attributes: dict[str, str]) -> list[str]:
    return attributes.get("class", "").split()


def _enter(part: Part, role: str, attributes: dict[str, str]) -> str:
    """Note what a tag says by itself, and return the box that words inside it belong to."""
    classes = _classes(attributes)
    if "date" in classes:
        if "pull_right" in classes and not part.title:
            part.title = html.unescape(attributes.get("title", ""))
        return ""
    if "forwarded" in classes and "body" in classes:
        part.is_forwarded = True
    part.is_call = part.is_call or "media_call" in classes
    if role == "reply_to":
        answered = _ANSWERED.search(attributes.get("href", ""))
        part.answered = answered.group(1) if answered else part.answered
    if part.is_service and "body" in classes:
        role = "service"
    if part.is_forwarded and "from_name" in classes:
        return ""
    found = next((_ROLES[one] for one in classes if one in _ROLES), role)
    part.words.setdefault(found, "")
    return found


def _say(part: Part, role: str, words: str, opened: list[_Open]) -> None:
    if not any(one.tag == "pre" for one in opened):
        words = _BREAKS.sub(_SOFT, words)
    part.words[role] = part.words.get(role, "") + html.unescape(words)


def _close(opened: list[_Open], tag: str) -> None:
    """Close the last open tag of this name, and what is still open inside it."""
    for place in range(len(opened) - 1, -1, -1):
        if opened[place].tag == tag:
            del opened[place:]
            return


def _tidied(part: Part) -> Part:
    """Return a message without the page's own line breaks and indentation."""
    for role, words in part.words.items():
        own = words.replace("\n" + _SOFT, "\n").replace(_SOFT + "\n", "\n")
        part.words[role] = own.strip("\n\r \t").replace(_SOFT, " ")
    return part
