"""Every pattern in chats as Markdown: its definition, numbers, smallest sample, and chance."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import cast

from amends.chats import Said
from amends.chats import chance as kinds_of_chance
from amends.chats.patterns import modules

NO_NUMBERS = {"NAME", "FEWEST", "SHUFFLED", "FACTS", "IS_OURS", "IS_MINE"}
BAR = ("SHUFFLES", "CLEARLY", "SPREADS", "FEW", "LOOKED_AT")


def patterns() -> str:
    """Return each pattern with what it counts and why so, and then what chance means."""
    every = sorted((cast("ModuleType", one) for one in modules()), key=lambda one: str(one.NAME))
    return "\n\n".join([*map(_pattern, every), _chance()])


def _pattern(module: ModuleType) -> str:
    said = Said.load("en")
    leads = said.leads(module.NAME)
    facts = [
        f"Smallest sample: {module.FEWEST} messages.",
        f"Chance: {', '.join(module.SHUFFLED)}.",
        f"Told of {_sides(module)}.",
        f"Leads to: `{leads[1]}`." if leads[1] else f"Leads to the habit `{leads[2]}`.",
    ]
    numbers = ", ".join(f"`{name} = {value}`" for name, value in _numbers(module))
    told = [f"Numbers: {numbers}."] if numbers else []
    title = f"### {module.NAME}: {said.title(module.NAME)}"
    return "\n\n".join([title, _text(module), " ".join([*told, *facts])])


def _sides(module: ModuleType) -> str:
    if getattr(module, "IS_OURS", False):
        return "both together"
    return "my side alone" if getattr(module, "IS_MINE", False) else "my side, and of theirs"


def _numbers(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield the thresholds as the code has them."""
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, getattr(module, node.targets[0].id)
            if name.isupper() and name not in NO_NUMBERS and isinstance(value, int | float):
                yield name, ast.unparse(node.value)


def _text(module: ModuleType) -> str:
    """Return what a module says of itself, a paragraph on one line."""
    paragraphs = (module.__doc__ or "").strip().split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in paragraphs)


def _chance() -> str:
    """Return the bar, and the sorts of chance, as their module has them."""
    lines = (kinds_of_chance.__doc__ or "").strip().split("\n")
    source = inspect.getsource(kinds_of_chance)
    return "\n".join(["### What chance means", "", *lines, "", *_bar(ast.parse(source).body)])


def _bar(nodes: list[ast.stmt]) -> Iterator[str]:
    for node, after in pairwise(nodes):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in BAR and isinstance(after, ast.Expr):
                reason = " ".join(str(ast.literal_eval(after.value)).split())
                yield f"- `{name} = {ast.unparse(node.value)}`: {reason}"
