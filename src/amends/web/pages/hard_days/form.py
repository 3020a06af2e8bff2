"""What the form of a hard day asks; a day or a word is enough."""

from typing import Any

from django import forms

from amends.practice import HardDay, HardKind

LONGEST = 500
"""Characters of a line; it is read on a phone, in a hard hour."""


class HardDayForm(forms.Form):
    """A day, a place or a sound, what helps, and what does not."""

    kind = forms.ChoiceField(choices=[(one, one) for one in HardKind], initial=HardKind.DAY)
    what = forms.CharField(max_length=LONGEST, required=False)
    first = forms.DateField(required=False)
    last = forms.DateField(required=False)
    is_yearly = forms.BooleanField(required=False)
    helps = forms.CharField(max_length=LONGEST, required=False)
    helps_not = forms.CharField(max_length=LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """Say by the name of its sentence what is missing; a place has no day."""
        given = super().clean() or {}
        if given.get("kind") != HardKind.DAY:
            given |= {"first": None, "last": None, "is_yearly": False}
        first, last = given.get("first"), given.get("last")
        if not first and not given.get("what"):
            raise forms.ValidationError("missing")
        if last and (not first or last < first):
            raise forms.ValidationError("turned")
        return given

    @property
    def hard_day(self) -> HardDay:
        """Return what was written, when it is sound."""
        given = self.cleaned_data
        return HardDay(**given | {"kind": HardKind(given["kind"])})

    @property
    def trouble(self) -> str:
        """Return the name of the sentence that says what to change, or an empty text."""
        return str(self.non_field_errors()[0]) if self.non_field_errors() else "missing"


def form_of(hard: HardDay) -> dict[str, Any]:
    """Return what stands in the form of one that was written before."""
    return {
        "kind": hard.kind,
        "what": hard.what,
        "first": hard.first.isoformat() if hard.first else "",
        "last": hard.last.isoformat() if hard.last else "",
        "is_yearly": hard.is_yearly,
        "helps": hard.helps,
        "helps_not": hard.helps_not,
    }
