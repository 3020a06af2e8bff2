"""The page for professionals, with the findings that it names."""

from dataclasses import dataclass
from functools import cache

from amends.text import CONTENT, load_content
from amends.web.content import LANGUAGE, program


@dataclass(frozen=True)
class Professionals:
    """A title, and the text as Markdown."""

    title: str
    text: str


@cache
def professionals() -> Professionals:
    """Return the page: `{evidence}` in the text is where the findings stand, each with its limit.

    Raises:
        ContentError: the file cannot be read.
    """
    file = load_content(CONTENT / LANGUAGE / "professionals.md")
    found = [program().evidence[name] for name in file.header["evidence"]]
    told = "\n".join(f"- {one.finding} {one.limit}" for one in found)
    return Professionals(file.header["title"], file.body.strip().replace("{evidence}", told))
