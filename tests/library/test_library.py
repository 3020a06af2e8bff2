"""`from amends import review`, and the page that shows it."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import amends
from amends.coach import UnknownKindError
from tests.listener.model import needs_model

ROOT = Path(__file__).parent.parent.parent
BY_RULES = """
import sys
from amends import review
review("Sorry.", rules_only=True)
print(*sys.modules)
"""


@pytest.mark.parametrize("page", [pytest.param("docs/library.md", marks=needs_model), "README.md"])
def test_every_example_in_the_documents_is_true(page: str) -> None:
    wrong, tried = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")

    assert tried
    assert wrong == 0


def test_a_draft_is_read_with_rules_alone() -> None:
    found = amends.review("I'm sorry if you were hurt.", "apology", rules_only=True)

    assert "conditional-apology" in [one.label for one in found.concerns]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnknownKindError, match="the kinds are apology, message"):
        amends.review("Hello.", "poem", rules_only=True)


def test_rules_alone_need_nothing_that_listens() -> None:
    program = subprocess.run([sys.executable, "-c", BY_RULES], check=True, capture_output=True)

    assert "onnxruntime" not in program.stdout.decode().split()


def test_the_package_has_one_public_name() -> None:
    assert amends.__all__ == ["review"]
    assert not hasattr(amends, "reviews")
