"""The contact log: every contact, in person too."""

from datetime import datetime

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amends.contact import Contact, strike
from amends.web.archive import in_sight
from amends.web.content import gate, words
from amends.web.gate import standing
from amends.web.guard import Request
from amends.web.newest import newest
from amends.web.people import named
from amends.web.verdicts import spoken

PATH = "agreement/log/"


ELSE = ""
"""The topic of a contact about none of the matters that were named."""
WANTED, STOP = "wanted", "stop"
WHY = [
    (WANTED, _("They wanted to be in touch with me")),
    ("had-to", _("They had to: a child, a bill, a question")),
    (STOP, _("They told me to stop, or to leave them alone")),
    ("unclear", _("I cannot tell")),
]


class ContactForm(forms.Form):
    """One line of the log."""

    by = forms.ChoiceField(choices=(), widget=forms.RadioSelect, label=_("Who reached out"))
    channel = forms.ChoiceField(choices=(), label=_("How"))
    day = forms.DateField(
        label=_("When"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    topic = forms.ChoiceField(
        choices=(),
        required=False,
        label=_("What it was about"),
        help_text=_("The matters that you two named, or something else."),
    )
    note = forms.CharField(
        required=False,
        max_length=1000,
        label=_("What was said, in a line"),
        help_text=_("If they wrote, their own words: the gate goes by them."),
    )

    why = forms.ChoiceField(
        choices=WHY,
        required=False,
        widget=forms.RadioSelect,
        label=_("If it was they: why did they write?"),
        help_text=_("Only the first of these can open the door."),
    )

    use_required_attribute = False

    def __init__(
        self, data: QueryDict | None, *, names: tuple[str, str], topics: tuple[str, ...]
    ) -> None:
        """Put names on the choices, and the topics where only some matters may be written about."""
        super().__init__(data, initial={"day": timezone.localdate()})
        who, how = self.fields["by"], self.fields["channel"]
        assert isinstance(who, forms.ChoiceField)
        assert isinstance(how, forms.ChoiceField)
        who.choices = [("me", names[0]), ("them", names[1])]
        how.choices = list(gate().channels.items())
        self._choose_topic(topics)

    def _choose_topic(self, topics: tuple[str, ...]) -> None:
        about = self.fields["topic"]
        assert isinstance(about, forms.ChoiceField)
        about.choices = [(ELSE, _("Something else")), *((topic, topic) for topic in topics)]
        if not topics:
            del self.fields["topic"]

    def clean_day(self) -> datetime:
        """Return the moment: now for today, noon for an earlier day; never in the future."""
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        if day == timezone.localdate():
            return timezone.now()
        return timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=12)))

    def clean(self) -> dict[str, object]:
        """Ask for their words when they were the one who reached out."""
        cleaned = super().clean() or {}
        if cleaned.get("by") == "them" and not cleaned.get("note", "").strip():
            self.add_error("note", _("Write what they said, in their words, even if it is short."))
        if cleaned.get("by") == "them" and not cleaned.get("why"):
            self.add_error("why", _("Choose the one that comes closest."))
        return cleaned


def view(request: Request) -> HttpResponse:
    """Show the log; add a line, or strike one of theirs."""
    if request.POST.get("action") == "strike":
        return _strike(request)
    people = named(request.vault)
    names = (str(_("I did")), people.them or str(_("They did")))
    data = request.POST if request.method == "POST" else None
    stands = standing(request.vault, timezone.now())
    form = ContactForm(data, names=names, topics=stands.verdict.topics)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        request.vault.put(
            Contact(
                at=said["day"],
                by=said["by"],
                channel=said["channel"],
                topic=said.get("topic", ELSE),
                note=said["note"],
                willing=said["why"] == WANTED,
            )
        )
        return redirect("agreement_change" if said["why"] == STOP else "contact_log")
    context = {
        "form": form,
        "log": newest(in_sight(request.vault, stands.log)[::-1]),
        "verdict": spoken(stands.verdict),
        "people": people,
        "channels": gate().channels,
        "empty": words("welcome")["empty"]["log"],
    }
    return render(request, "contact_log/page.html", context)


def _strike(request: Request) -> HttpResponse:
    kept = request.vault.get(Contact, _record_id(request.POST.get("entry", "")))
    request.vault.put(strike(kept.record), id=kept.id, revision=kept.revision)
    return redirect("contact_log")


def _record_id(sent: str) -> bytes:
    try:
        return bytes.fromhex(sent)
    except ValueError:
        raise Http404 from None
