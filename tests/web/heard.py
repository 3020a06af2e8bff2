"""A page as someone hears it who sees nothing: what its controls are called, and what is amiss."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"input", "br", "meta", "link", "img", "hr"}
"""Tags that nothing can stand in."""
PRESSED = {"button", "summary"}
ONE_OF_MANY = {"radio", "checkbox"}
UNSEEN = {"hidden"}


@dataclass(eq=False)
class Node:
    """One element of a page."""

    tag: str
    said: dict[str, str]
    parent: "Node | None" = field(default=None, repr=False)
    inside: "list[Node | str]" = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        """Return all words in it, as they are heard."""
        words = (one if isinstance(one, str) else one.text for one in self.inside)
        return " ".join(" ".join(words).split())

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.said.get("aria-label") or self.text

    def within(self) -> "Iterator[Node]":
        """Yield it and every element in it, in their order."""
        yield self
        for one in self.inside:
            if isinstance(one, Node):
                yield from one.within()

    def around(self, *tags: str) -> "Node | None":
        """Return the nearest of these that it stands in."""
        up = self.parent
        while up and up.tag not in tags:
            up = up.parent
        return up


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.now = self.top = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.now)
        self.now.inside.append(node)
        if tag not in EMPTY:
            self.now = node

    def handle_endtag(self, tag: str) -> None:
        while self.now.parent:
            was, self.now = self.now, self.now.parent
            if was.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        self.now.inside.append(data)


def amiss(page: str) -> list[str]:
    """Return what someone would miss who only hears this page, or only has a keyboard."""
    reader = _Reader()
    reader.feed(page)
    every = [one for one in reader.top.within() if "hidden" not in one.said]
    main = next(one for one in every if one.tag == "main")
    inside = [one for one in main.within() if one in every]
    return [
        *_names(inside),
        *_groups(inside),
        *_fields(inside),
        *_places(every),
        *_gaps(inside),
        *_mistakes(inside),
    ]


def _names(inside: list[Node]) -> Iterator[str]:
    """Two that are called the same do the same, and what is seen is in the name."""
    does = defaultdict(set)
    for one in inside:
        if one.tag in PRESSED or (one.tag == "a" and "href" in one.said):
            does[one.tag == "summary", one.name].add(_does(one))
            if one.text.casefold() not in one.name.casefold():
                yield f"{one.name}: says {one.text}"
    yield from (f"{name}: {len(acts)}" for (_, name), acts in does.items() if len(acts) > 1)
    yield from ("without a name" for _, name in does if not name.strip(" :"))


def _does(one: Node) -> object:
    form = one.around("form")
    if one.tag == "a":
        return one.said["href"]
    if one.tag == "summary" or not form:
        return id(one)
    sent = [each.said for each in form.within() if each.said.get("type") in UNSEEN]
    pairs = [(each["name"], each["value"]) for each in sent if each["name"] != TOKEN]
    return (form.said.get("action"), one.said.get("name"), one.said.get("value"), *pairs)


TOKEN = "csrfmiddlewaretoken"


def _groups(inside: list[Node]) -> Iterator[str]:
    """A group has a question; what belongs together stands in one."""
    together = defaultdict(list)
    for one in inside:
        if one.tag == "fieldset" and not any(
            part.tag == "legend" and part.text for part in one.within()
        ):
            yield "a group without a question"
        if one.said.get("type") in ONE_OF_MANY:
            together[id(one.around("form")), one.said["name"]].append(one)
    for (_, name), ones in together.items():
        if len(ones) > 1 and not all(one.around("fieldset") for one in ones):
            yield f"{name} stands in no group"


def _fields(inside: list[Node]) -> Iterator[str]:
    """Each field has a label."""
    labels = {
        one.said["for"]: one.text for one in inside if one.tag == "label" if "for" in one.said
    }
    for one in inside:
        if one.tag in ("textarea", "select") or _is_typed(one):
            around = one.around("label")
            name = one.said.get("aria-label") or labels.get(one.said.get("id", ""), "")
            if not (name or (around and around.text)):
                yield f"{one.said.get('name')} has no label"


def _is_typed(one: Node) -> bool:
    return one.tag == "input" and one.said.get("type") not in UNSEEN


def _places(every: list[Node]) -> Iterator[str]:
    """Each place is there once, and what is described leads to one."""
    ids = [one.said["id"] for one in every if "id" in one.said]
    yield from (f"{one} is there twice" for one in sorted({*ids}) if ids.count(one) > 1)
    for one in every:
        for kind in ("for", "aria-describedby", "aria-labelledby"):
            asked = one.said.get(kind, "x").split()
            gone = [name for name in asked if name not in ids] if kind in one.said else []
            if gone or not asked:
                yield f"{kind} of {one.said.get('name', one.tag)} leads nowhere: {gone}"


def _gaps(inside: list[Node]) -> Iterator[str]:
    """Headings go down by one step at a time, and each has words."""
    last = 0
    for one in inside:
        if one.tag in ("h1", "h2", "h3", "h4"):
            level = int(one.tag[1])
            if level > last + 1 or not one.text:
                yield f"{one.tag} {one.text} after h{last}"
            last = level


def _mistakes(inside: list[Node]) -> Iterator[str]:
    """What is wrong with a form has the focus: a place that it leads to would take it away.

    A browser that goes to a place looks for the focus there, also when it was elsewhere already.
    """
    ids = {one.said.get("id") for one in inside}
    for one in inside:
        form = one.around("form") if one.said.get("role") == "alert" else None
        place = form.said.get("action", "").partition("#")[2] if form else ""
        if place and place in ids and place != one.said.get("id"):
            yield f"the focus goes to {place}, past: {one.text}"
