"""What can be wished for, and an idea of one's own."""

from collections.abc import Iterable
from typing import Any

from django import forms

from amends.together import (
    CHILDREN,
    COSTS,
    ENERGIES,
    PLACES,
    OwnIdea,
    Wishes,
    load_dates,
)
from amends.web.content import LANGUAGE, words

MOST_MINUTES = 300
"""Of something exciting in one week; more is a timetable (our choice)."""
LONGEST_TITLE, LONGEST_LINE = 60, 300


class WishesForm(forms.Form):
    """What may be offered."""

    use_required_attribute = False

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(*given, **more)
        text = words("together/dates-page")
        self.fields["budget"] = _costs(text["wishes"]["budget"])
        self.fields["energy"] = _one_of(text["wishes"]["energy"], ENERGIES, text["energy"])
        self.fields["place"] = _one_of(text["wishes"]["place"], PLACES, text["place"])
        self.fields["children"] = _one_of(text["wishes"]["children"], CHILDREN, text["children"])

    minutes = forms.IntegerField(min_value=0, max_value=MOST_MINUTES)
    is_south = forms.BooleanField(required=False)

    def wishes(self) -> Wishes:
        """Return what was wished for; the season is the day's."""
        return Wishes(**self.cleaned_data)


class OwnForm(forms.Form):
    """Something to do that is in no list."""

    use_required_attribute = False

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(*given, **more)
        text = words("together/dates-page")
        self.fields["cost"] = _costs(text["own"]["cost"])
        self.fields["energy"] = _one_of(text["own"]["energy"], ENERGIES, text["energy"])
        self.fields["place"] = _one_of(text["own"]["place"], PLACES, text["place"])

    title = forms.CharField(max_length=LONGEST_TITLE)
    line = forms.CharField(max_length=LONGEST_LINE, required=False)
    minutes = forms.IntegerField(min_value=10, max_value=480)
    exciting = forms.BooleanField(required=False)

    def idea(self) -> OwnIdea:
        """Return the idea."""
        return OwnIdea(**self.cleaned_data)


def _one_of(label: str, values: Iterable[str], told: dict[str, str]) -> forms.ChoiceField:
    choices = [(value, told[value]) for value in values]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def _costs(label: str) -> forms.TypedChoiceField:
    told = load_dates(LANGUAGE).costs
    choices = [(str(cost), told[cost]) for cost in COSTS]
    return forms.TypedChoiceField(
        label=label, coerce=int, choices=choices, widget=forms.RadioSelect
    )
