"""A private, local-first companion for someone who hurt the person they love.

As a library, from any Python prompt:

    from amends import review

    found = review("I'm sorry if you were hurt.", "apology")
    for concern in found.concerns:
        print(concern.label, repr(concern.quote), concern.why)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.library import review

__all__ = ["review"]


def __getattr__(name: str) -> object:
    # Rooms import this package before they are there, so its face is fetched when asked for.
    if name in __all__:
        return getattr(import_module("amends.library"), name)
    raise AttributeError(name)
