"""The gate's verdict in words that a page can show."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from amends.contact import State, Verdict
from amends.web.content import gate, program
from amends.web.templatetags.words import in_time, on_day

LONG_QUOTE = 90
"""Characters from which a quotation is set smaller."""


@dataclass(frozen=True)
class Spoken:
    """A verdict to be shown: their words, one sentence, and what can be done instead."""

    quote: str
    is_long: bool
    sentence: str
    state_name: str
    meaning: str
    instead: tuple[tuple[str, str], ...]


def spoken(verdict: Verdict) -> Spoken:
    """Return a verdict in words."""
    said, state = gate(), gate().states[verdict.state]
    return Spoken(
        quote=verdict.quote,
        is_long=len(verdict.quote) > LONG_QUOTE,
        sentence=said.reasons[verdict.reason].format(**_values(verdict)),
        state_name=state.name,
        meaning=state.meaning,
        instead=tuple(
            (said.instead[name], path_for(name)) for name in verdict.instead if _is_there(name)
        ),
    )


def _values(verdict: Verdict) -> dict[str, str]:
    return {
        "day": on_day(verdict.opens) if verdict.opens else "",
        "time": in_time(verdict.opens) if verdict.opens else "",
        "topics": ", ".join(verdict.topics) or _("the topics you agreed on"),
    }


def _is_there(instead: str) -> bool:
    """Say whether there is something to do: a phase without lessons yet is not offered."""
    phase = next((one for one in program().phases if one.name == instead), None)
    return phase is None or bool(phase.exercises)


def path_for(instead: str) -> str:
    """Return the page on which one can do what the gate offers instead of contact."""
    places = {
        "unsent": f"{reverse('write')}#begin",
        "nobody": reverse("fury"),
        "help": reverse("help"),
        "right-now": reverse("crisis"),
        "log": reverse("agreement"),
        "wait": reverse("today"),
        "worth-knowing": reverse("worth_knowing"),
    }
    return places.get(instead, f"{reverse('path')}#{instead}")


def state_name(state: State) -> str:
    """Return the plain name of a state."""
    return gate().states[state].name
