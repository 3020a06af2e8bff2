"""A log line says when, where and what kind, and not a word more."""

import logging
import re
import sys
from typing import Any, NoReturn

import pytest
from django.conf import settings

from amends.web.errors import BareFormatter

FORGED = "x\n2026-01-01T00:00:00Z ERROR django: forged"


def line_of(message: str) -> str:
    """Return the line that an error with this message makes."""
    try:
        fail(message)
    except RuntimeError:
        told = ("django.request", logging.ERROR, __file__, 1, message, (message,), sys.exc_info())
    return BareFormatter().format(logging.LogRecord(*told))


def fail(message: str) -> NoReturn:
    raise RuntimeError(message)


@pytest.mark.asvs("V16.2.1", "V16.2.2")
def test_it_says_when_in_which_zone_where_and_what_kind() -> None:
    when = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    where = r".*test_log_lines\.py:\d+"

    line = line_of("secret")

    assert re.fullmatch(rf"{when} ERROR django\.request: RuntimeError at {where}", line)


@pytest.mark.asvs("V16.4.1", "V16.2.5")
def test_nothing_that_comes_in_gets_into_a_line() -> None:
    line = line_of(FORGED)

    assert "\n" not in line
    assert "forged" not in line


@pytest.mark.asvs("V16.2.3")
def test_lines_go_to_the_terminal_and_nowhere_else() -> None:
    handlers: Any = settings.LOGGING["handlers"]

    assert [one["class"] for one in handlers.values()] == ["logging.StreamHandler"]
    assert {one["formatter"] for one in handlers.values()} == {"bare"}
    assert not getattr(settings, "ADMINS", None)
