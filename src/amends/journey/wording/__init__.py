"""The content lint: how amends speaks, held against every text that a person reads."""

from amends.journey.wording.lint import Level, Lint

__all__ = ["Level", "Lint"]
