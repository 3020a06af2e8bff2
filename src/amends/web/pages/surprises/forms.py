"""What they like and how one knows, and how much a surprise may cost and ask."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from amends.together import LIKES, SAID_HOW, Like
from amends.web.content import words

LONGEST = 200


class LikeForm(forms.Form):
    """One thing that they like."""

    use_required_attribute = False

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(*given, **more)
        text = words("together/surprises-page")
        self.fields["kind"] = forms.ChoiceField(
            label=text["likes"]["kind"],
            choices=[(kind, text["kind"][kind]) for kind in LIKES],
            widget=forms.RadioSelect,
        )
        self.fields["said_how"] = forms.ChoiceField(
            label=text["likes"]["how"],
            choices=[(how, text["how"][how]) for how in SAID_HOW],
            widget=forms.RadioSelect,
        )

    what = forms.CharField(max_length=LONGEST)
    on = forms.DateField()

    def clean_on(self) -> date:
        """Return the day; nothing is known from a day to come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(words("together/surprises-page")["likes"]["missing"])
        return on

    def like(self) -> Like:
        """Return what they like."""
        return Like(**self.cleaned_data)


class LessForm(forms.Form):
    """What speaks for less, and how much there may be."""

    use_required_attribute = False

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - as Django takes it
        super().__init__(*given, **more)
        text = words("together/surprises-page")["less"]
        for name, told in (("cost", text["costs"]), ("pressure", text["pressures"])):
            self.fields[name] = forms.TypedChoiceField(
                label=text[name],
                coerce=int,
                choices=[(str(number), word) for number, word in enumerate(told)],
                widget=forms.RadioSelect,
            )

    asked = forms.BooleanField(required=False)
    talked = forms.BooleanField(required=False)
