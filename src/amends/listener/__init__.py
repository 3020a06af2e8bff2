"""A second pair of ears: a small encoder that hears labels where phrases end."""

from amends.listener.heard import Heard

__all__ = ["Heard"]
