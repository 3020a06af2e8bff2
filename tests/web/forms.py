"""The forms on a page, and what is sent when someone writes the same words into every field."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "search", "tel", "email", "url", ""}
CHOSEN = {"date": "2026-01-02", "number": "5", "range": "5", "time": "12:00"}


@dataclass
class Form:
    """One form: where it goes, its fields by name, and whether it asks for a secret or a file."""

    action: str
    is_posted: bool
    fields: dict[str, str] = field(default_factory=dict)
    writable: set[str] = field(default_factory=set)
    asks_for_a_secret: bool = False

    def filled(self, words: str) -> dict[str, str]:
        """Return what is sent when `words` are written into every field that takes any."""
        return self.fields | dict.fromkeys(self.writable, words)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.has_button = False
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_posted = said.get("method", "").lower() == "post"
            self.forms.append(Form(said.get("action", ""), is_posted))
            self.has_button = False
        elif self.forms and ("name" in said or tag == "option"):
            self._field(tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""

    def _field(self, tag: str, said: dict[str, str]) -> None:
        form, name = self.forms[-1], said.get("name", "")
        kind = said.get("type", "")
        if tag == "textarea" or (tag == "input" and kind in TYPED):
            form.writable.add(name)
        elif tag == "button" and not self.has_button:
            self.has_button = True
            form.fields[name] = said.get("value", "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            form.fields[self.select] = form.fields.get(self.select) or said.get("value", "")
        elif tag == "input":
            self._input(form, name, kind, said.get("value", ""))

    def _input(self, form: Form, name: str, kind: str, value: str) -> None:
        if kind in ("password", "file"):
            form.asks_for_a_secret = True
        elif kind in CHOSEN:
            form.fields[name] = CHOSEN[kind]
        elif kind == "radio":
            form.fields.setdefault(name, value)
        elif kind == "hidden" and name != "csrfmiddlewaretoken":
            form.fields[name] = value


def forms(page: str) -> list[Form]:
    """Return every form of a page, in their order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
