import doctest
from importlib import import_module
from pkgutil import iter_modules

import pytest

import amends.text

MODULES = [module.name for module in iter_modules(amends.text.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(import_module(f"amends.text.{name}")).failed == 0
