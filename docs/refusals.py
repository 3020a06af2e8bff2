"""The table of refusals: each with how many tries its tests are run on, and through what."""

import os
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import django

TESTS = Path(__file__).parent.parent / "tests" / "refusals"


def refusals() -> str:
    """Return the table, counted from the tests themselves."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    found = [import_module(f"tests.refusals.{path.stem}") for path in _modules()]
    head = ["| refusal | tries | through |", "|---|---|---|"]
    total = sum(sum(_counted(module).values()) for module in found)
    return "\n".join([*head, *map(_row, found), f"| **together** | **{total}** | |"])


def not_heard() -> str:
    """Return the drafts that are known to pass by the coach, as a list."""
    tries = import_module("tests.refusals.tries")
    found = [import_module(f"tests.refusals.{path.stem}") for path in _modules()]
    return "\n".join(
        f"- {_number(module)}: {one.text}" for module in found for one in tries.missed_in(module)
    )


def _modules() -> Iterator[Path]:
    yield from sorted(TESTS.glob("test_r[0-9]*.py"))


def _row(module: ModuleType) -> str:
    counted = _counted(module)
    through = ", ".join(f"{name} {number}" for name, number in counted.most_common())
    title = (module.__doc__ or "").partition("\n")[0].rstrip(".")
    return f"| {title} | {sum(counted.values())} | {through} |"


def _counted(module: ModuleType) -> Counter[str]:
    tries = import_module("tests.refusals.tries")
    return Counter(one.through for one in tries.tries_in(module))


def _number(module: ModuleType) -> str:
    return (module.__doc__ or "").partition(" ")[0]
