"""The content that pages show, read once."""

import tomllib
from functools import cache
from typing import Any

from amends.coach import Review, Rules, review
from amends.contact import Words
from amends.journey import Program
from amends.listener import Listener
from amends.text import CONTENT

LANGUAGE = "en"


@cache
def program() -> Program:
    """Return all phases and exercises."""
    return Program.load(LANGUAGE)


@cache
def rules() -> Rules:
    """Return the coach's rules."""
    return Rules.load(LANGUAGE)


@cache
def listener() -> Listener:
    """Return the coach's second listener."""
    return Listener.load(LANGUAGE)


def reviewed(text: str, kind: str) -> Review:
    """Return what the coach says about a text, by the rules and by the second listener."""
    return review(text, kind, rules(), listener().hear)


@cache
def gate() -> Words:
    """Return the gate's words."""
    return Words.load(LANGUAGE)


@cache
def words(name: str) -> dict[str, Any]:
    """Return the texts of one file of words, such as `welcome`."""
    return tomllib.loads((CONTENT / LANGUAGE / f"{name}.toml").read_text(encoding="utf-8"))
