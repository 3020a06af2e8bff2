"""What docs/chats.md shows for a notebook is true."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_every_example_for_a_notebook_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    wrong, tried = doctest.testfile("docs/chats.md", module_relative=False, encoding="utf-8")

    assert tried > 5
    assert wrong == 0
