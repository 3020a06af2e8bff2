"""What is asked about a habit: its name, its harm, its plan, and for whom it is."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from amends.practice import Habit, IfThen, Motive
from amends.web.content import words

LONG, SHORT = 500, 120
TEXTS = {"name": SHORT, "harm": LONG, "cue": LONG, "act": LONG, "seen": LONG}
"""The texts that are asked for, and how many characters each may have."""
MAY_BE_EMPTY = {"seen"}


class HabitForm(forms.Form):
    """One habit, as it is written down and changed."""

    use_required_attribute = False

    def __init__(
        self, data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        """Ask in the words of content."""
        super().__init__(data, initial=initial)
        told = words("habits")
        asked, missing = told["question"], {"required": told["question"]["missing"]}
        for name, most in TEXTS.items():
            self.fields[name] = forms.CharField(
                max_length=most,
                required=name not in MAY_BE_EMPTY,
                label=asked[name],
                widget=forms.Textarea({"rows": 2}) if most == LONG else None,
                help_text=asked[f"{name}_hint"],
                error_messages=missing,
            )
        self.fields["motive"] = forms.ChoiceField(
            choices=[(one.value, told["motive"][one]) for one in Motive],
            widget=forms.RadioSelect,
            label=asked["motive"],
            error_messages={"required": asked["missing_choice"]},
        )
        self.fields["is_worth_it"] = forms.BooleanField(required=False, label=asked["is_worth_it"])

    def habit(self, today: date) -> Habit:
        """Return the habit that begins today."""
        said = self.cleaned_data
        plan = IfThen(tidy(said["cue"]), tidy(said["act"]), today)
        return Habit(
            name=said["name"],
            harm=said["harm"],
            plans=(plan,),
            since=today,
            seen=said["seen"],
            motive=Motive(said["motive"]),
            is_worth_it=said["is_worth_it"],
        )


def tidy(part: str) -> str:
    """Return a part of a plan as it stands inside a sentence: on one line, without its end."""
    return " ".join(part.split()).rstrip(".")
