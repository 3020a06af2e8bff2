"""Someone who lets go, and what they keep on the way."""

from datetime import UTC, datetime
from html import unescape
from typing import Any

from amends.journey import Answers
from amends.web.gate import standing
from tests.web.conftest import Person

NOW = datetime.now(UTC)
STORY = "We were kind to each other for four years."
LETTER = "I lied to you about the money on Sunday."


def keep(someone: Person, exercise: str, **values: Any) -> None:
    someone.vault.put(Answers(exercise).with_version(values, NOW))


def page(someone: Person, path: str) -> str:
    return unescape(someone.client.get(path, follow=True).content.decode())


def is_open(someone: Person) -> bool:
    return standing(someone.vault, datetime.now(UTC)).verdict.allowed
