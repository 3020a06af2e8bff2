"""A second pair of ears: a small encoder that hears labels where phrases end."""

from importlib import import_module
from typing import TYPE_CHECKING

from amends.listener.heard import Heard

if TYPE_CHECKING:
    from amends.listener.listening import Listener, NoListenerError

# What runs the encoder takes a tenth of a second to import, and rules alone do without it.
_NEEDS_ENCODER = ("Listener", "NoListenerError")

__all__ = ["Heard", "Listener", "NoListenerError"]


def __getattr__(name: str) -> object:
    if name in _NEEDS_ENCODER:
        return getattr(import_module("amends.listener.listening"), name)
    raise AttributeError(name)
