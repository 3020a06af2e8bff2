"""What no phrase can say; a rule names one of these as its `measure`."""

from collections.abc import Mapping

from amends.coach.rule import Measure

MEASURES: Mapping[str, Measure] = {}
