"""The form for what the other person asked for, and how it becomes the agreement."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.contact import Agreement, State, Terms, begin, change
from amends.store import Vault
from amends.web.content import words

STANDINGS = {
    "together": State.TOGETHER,
    "on-a-break": State.SPACE,
    "apart-talking": State.OPEN,
    "apart-unsure": State.UNKNOWN,
    "practical-only": State.LOGISTICS_ONLY,
    "no-contact": State.SAID_NO,
    "moved-on": State.MOVED_ON,
    "blocked": State.BLOCKED,
    "court-order": State.LEGAL_ORDER,
    "not-sure": State.UNKNOWN,
}
"""Which state each answer to "how do things stand" begins."""
NEEDS_WORDS = {State.OPEN}
NEEDS_TOPICS = {State.LOGISTICS_ONLY}


def state_for(standing: str) -> State:
    """Return the state for an answer; an unknown answer stays `unknown`."""
    return STANDINGS.get(standing, State.UNKNOWN)


class TermsForm(forms.Form):
    """What they asked for: their words, and what follows from them."""

    words = forms.CharField(
        required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    reopened_by = forms.ChoiceField(choices=(), required=False, widget=forms.RadioSelect)
    channel = forms.CharField(required=False, max_length=400)
    topics = forms.CharField(required=False, max_length=400)
    exceptions = forms.CharField(required=False, max_length=1000)

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, standing: str) -> None:
        """Label the fields from content, and drop those that mean nothing here."""
        super().__init__(data)
        self.state = state_for(standing)
        asked = words("welcome")["asked"]
        for name, field in self.fields.items():
            field.label = asked[name]["label"]
            field.help_text = asked[name].get("hint", "")
        self._choose_reopening(asked)
        for name in self._meaningless():
            del self.fields[name]

    def _choose_reopening(self, asked: dict[str, Any]) -> None:
        field = self.fields["reopened_by"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, asked["reopened_by"][name]) for name in ("them", "either")]
        field.initial = "them"

    def _meaningless(self) -> list[str]:
        if self.state in {State.TOGETHER, State.OPEN}:
            return ["until", "reopened_by", "topics", "exceptions"]
        if self.state in {State.SPACE, State.SAID_NO}:
            return ["topics"]
        if self.state == State.LOGISTICS_ONLY:
            return ["until", "reopened_by"]
        return ["until", "reopened_by", "topics"]

    def clean_until(self) -> date | None:
        """Refuse a day that has passed: a mistyped year would open a door."""
        until: date | None = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(
                _("That day has passed. Leave it empty, or write the day they named.")
            )
        return until

    def clean_words(self) -> str:
        """Ask for their words where the state rests on them."""
        said = str(self.cleaned_data["words"]).strip()
        if not said and self.state in NEEDS_WORDS:
            raise forms.ValidationError(
                _("Write what they said, in their words, even if it is short.")
            )
        return said

    def clean_topics(self) -> str:
        """Ask for topics where only topics are allowed."""
        topics = str(self.cleaned_data["topics"]).strip()
        if not topics and self.state in NEEDS_TOPICS:
            raise forms.ValidationError(_("Name at least one topic, such as: school, rent."))
        return topics

    def terms(self) -> Terms:
        """Return what was asked for; no contact until a date is a time of space."""
        said = self.cleaned_data
        until = said.get("until")
        state = State.SPACE if self.state == State.SAID_NO and until else self.state
        return Terms(
            state=state,
            words=said["words"],
            channel=said.get("channel", ""),
            topics=tuple(
                part.strip() for part in said.get("topics", "").split(",") if part.strip()
            ),
            until=until,
            exceptions=said.get("exceptions", ""),
            reopened_by=said.get("reopened_by") or "them",
        )


def keep_terms(vault: Vault, terms: Terms, now: datetime, reopening_words: str = "") -> Agreement:
    """Begin the agreement, or change the one there is; the gate decides what waits."""
    now = timezone.localtime(now)  # days end where the person is
    kept = vault.all(Agreement)
    if not kept:
        agreement = begin(terms, now)
        vault.put(agreement)
        return agreement
    agreement = change(kept[-1].record, terms, now, reopening_words=reopening_words)
    vault.put(agreement, id=kept[-1].id, revision=kept[-1].revision)
    return agreement


class ChangeForm(TermsForm):
    """A change of terms: a looser one rests on what the other person said, to the user."""

    they_said_it = forms.BooleanField(required=False)

    @property
    def reopening_words(self) -> str:
        """Return their words, if the user states that they said them to reopen contact."""
        return str(self.cleaned_data["words"]) if self.cleaned_data["they_said_it"] else ""
