"""The words for people in a file: what stands between quotes, tags and keys is left behind."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"\A\+\+\+\n(.*?)^\+\+\+\n", re.DOTALL | re.MULTILINE)
_TOML = re.compile(
    r"(?P<remark>#[^\n]*)"
    r'|"""(?P<long>.*?)"""|"(?P<text>(?:[^"\\\n]|\\.)*)"|\'(?P<bare>[^\'\n]*)\''
    r"|(?P<key>[\w-]+)\s*=",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\.")
_USERS = {"phrases", "unless", "unless_near", "unless_anywhere", "after", "after_near", "needs"}
"""Keys of a rule that hold what users write."""
_NAME = re.compile(r"[a-z][a-z0-9_./-]*")
_NAMES = {"name", "id", "type", "kind", "from", "list", "source", "evidence", "marked", "labels"}
"""Keys under which a word like this is for the machine."""
_LABEL = 8
"""Spaces; standing texts with fewer are labels."""
_ITEM = re.compile(r"[ \t]*(?:[-*]|\d+\.|#+)[ \t]+")
_BLOCK = re.compile(rf"^[^\n]*\S[^\n]*(?:\n(?!{_ITEM.pattern})[^\n]*\S[^\n]*)*", re.MULTILINE)
"""A paragraph, an item of a list, or a heading, with the lines on which it goes on."""
_EXAMPLES = re.compile(r"^## (?:Flags|Leaves alone)\n(?:(?!## ).*\n?)*", re.MULTILINE)
"""Parts of a rule that hold what users write."""
_MARKUP = re.compile(r"\]\([^)]*\)|[*_`\[\]]")
_TRANSLATE = re.compile(r"\{%\s*translate\s+(?:\"([^\"]*)\"|'([^']*)')[^%]*%\}")
_PLURAL = re.compile(r"\{%\s*plural\s*%\}")
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|<!--.*?-->|<[^<>]*>", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_RUN = re.compile(r"[^\s\0][^\0]*[^\s\0]")
_GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext"}
_TOLD = {"problem", "hint"}
"""What an error says to people, where its class has it."""


@dataclass(frozen=True)
class Prose:
    """A run of words for people, and the line of the file on which it begins.

    `is_running` says that it is running text, and not a heading, a label or a hint.
    """

    text: str
    line: int
    is_running: bool = False

    def line_at(self, place: int) -> int:
        """Return the line of the file on which a character stands."""
        return self.line + self.text.count("\n", 0, place)


def prose_of(path: Path) -> list[Prose]:
    """Return every run of words for people in a file of content, a template or a module."""
    read = _READERS.get(path.suffix)
    return list(read(path.read_text(encoding="utf-8", errors="replace"))) if read else []


def _markdown(text: str) -> Iterator[Prose]:
    header = _FENCE.match(text)
    start = header.end() if header else 0
    if header:
        yield from _header(header[1])
    first_line = 1 + text.count("\n", 0, start)
    body = _EXAMPLES.sub(_blank, text[start:])
    for block in _BLOCK.finditer(body):
        line = first_line + body.count("\n", 0, block.start())
        said = _MARKUP.sub("", _ITEM.sub("", block[0], count=1))
        yield Prose(said, line, is_running=not block[0].startswith("#"))


def _header(text: str) -> Iterator[Prose]:
    """Yield the labels and hints of a sheet, which begins one line below its fence."""
    for prose in _toml(text):
        yield Prose(prose.text, prose.line + 1)


def _toml(text: str) -> Iterator[Prose]:
    key = ""
    for found in _TOML.finditer(text):
        key = found["key"] or key
        said = found["long"] or found["text"] or found["bare"]
        if said and key not in _USERS and not (key in _NAMES and _NAME.fullmatch(said)):
            line = 1 + text.count("\n", 0, found.start())
            yield Prose(_ESCAPE.sub(_unescaped, said), line, said.count(" ") >= _LABEL)


def _html(text: str) -> Iterator[Prose]:
    for found in _TRANSLATE.finditer(text):
        yield Prose(found[1] or found[2], 1 + text.count("\n", 0, found.start()))
    bare = _TRANSLATE.sub(_apart, text)
    bare = _VALUE.sub(_some, _TAG.sub(_apart, _PLURAL.sub(_apart, bare)))
    for found in _RUN.finditer(bare):
        yield Prose(found[0], 1 + bare.count("\n", 0, found.start()))


def _python(text: str) -> Iterator[Prose]:
    if not any(mark in text for mark in ("gettext", "problem =", "hint =")):
        return
    for node in ast.walk(ast.parse(text)):
        for value in _told(node):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield Prose(value.value, value.lineno)


def _told(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GETTEXT:
        return node.args
    if isinstance(node, ast.Assign):
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        return [node.value] if names & _TOLD else []
    return []


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _apart(found: re.Match[str]) -> str:
    return "\0" + "\n" * found[0].count("\n") + "\0"


def _some(found: re.Match[str]) -> str:
    return "7" + "\n" * found[0].count("\n")


def _unescaped(found: re.Match[str]) -> str:
    return "  " if found[0] == "\\n" else f" {found[0][1]}"


_READERS: Mapping[str, Callable[[str], Iterator[Prose]]] = {
    ".md": _markdown,
    ".toml": _toml,
    ".html": _html,
    ".py": _python,
}
