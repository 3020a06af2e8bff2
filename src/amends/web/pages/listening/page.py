"""Listening in turns: one speaks, one says it back, and only who spoke says that it was heard."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.store import Vault
from amends.together import (
    BREATH,
    MINUTES,
    RETURN_AFTER,
    Act,
    Move,
    Phase,
    Sitting,
    Stand,
    may,
)
from amends.web import cookie
from amends.web.calendar import moment_file
from amends.web.content import words
from amends.web.listening import Session, latest, past
from amends.web.ours import SharedRequest, share_screen
from amends.web.people import named

PATH = "listening/"
TOOL = "listening"

TURNS = (Act.AGREE, Act.SPOKEN, Act.MIRRORED, Act.GOT_IT, Act.NEARLY, Act.SWAP, Act.BACK)
"""What has a button of its own where it is someone's turn; pause and enough stand apart."""


FILE_NAME = "calendar.ics"
"""A name that tells nothing."""
LONGEST_NUMBER = 2
"""Digits of what can be chosen: 10 of 10, and 60 minutes."""
OTHER = " other"
"""After the name of an act: the one whose notes are not open here has pressed it."""


class Proposal(forms.Form):
    """What is asked of the other: a topic, how long, who first, and where."""

    topic = forms.CharField(max_length=120)
    minutes = forms.TypedChoiceField(coerce=int, choices=[(n, n) for n in MINUTES])
    first = forms.ChoiceField(choices=[("me", ""), ("them", "")])
    screen = forms.BooleanField(required=False)
    use_required_attribute = False


@dataclass(frozen=True)
class Button:
    """One button: what it does, what stands on it, and for whom it is pressed at one screen."""

    act: Act
    label: str
    for_other: bool

    @property
    def value(self) -> str:
        """What the form sends."""
        return f"{self.act}{OTHER if self.for_other else ''}"


def view(request: SharedRequest) -> HttpResponse:
    """Propose, take turns, pause, stop."""
    now = timezone.now()
    session = _latest(request)
    action = request.POST.get("action", "")
    if action == "propose":
        return _propose(request, now)
    if action == "remind" and session and session.stand.until:
        return _reminder(session.stand.until)
    if action == "full":
        return _page(request, session, full=_number(request.POST.get("full", "")))
    if session and _is_meant(request, session) and _move(request, session, action, now):
        return redirect("listening")
    return _page(request, session)


def _latest(request: SharedRequest) -> Session | None:
    return latest(request.ours.space, at_one_screen=cookie.is_shared_screen(request))


def _is_meant(request: SharedRequest, session: Session) -> bool:
    """Say whether the page that was sent showed this session: nobody agrees to another topic."""
    return bool(request.POST.get("session", session.id) == session.id)


def _reminder(until: datetime) -> HttpResponse:
    """Return the promised end of a pause for any calendar program; it says one word."""
    response = HttpResponse(moment_file(until), content_type="text/calendar")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def _propose(request: SharedRequest, now: datetime) -> HttpResponse:
    """Ask the other; from a screen that two share already, only for that screen."""
    form = Proposal(request.POST)
    if not form.is_valid():
        return _page(request, _latest(request), form=form, status=422)
    given, space = form.cleaned_data, request.ours.space
    is_first = given["first"] == "me"
    is_near = given["screen"] or cookie.is_shared_screen(request)
    space.put(Sitting(now, given["topic"], given["minutes"], is_first, is_near))
    if is_near:
        share_screen(request, TOOL)
    return redirect("listening")


def _move(request: SharedRequest, session: Session, action: str, now: datetime) -> bool:
    """Make the move that a button names, where it is this member's turn; say whether it was."""
    name, is_marked = action.removesuffix(OTHER), action.endswith(OTHER)
    for_other = session.serves_both and is_marked
    if is_marked and not for_other:
        return False
    if name not in {act.value for act in Act} or not _is_turn(session, Act(name), now, for_other):
        return False
    until = _promised(request, now) if name == Act.PAUSE else None
    request.ours.space.put(Move(session.id, Act(name), now, until, for_other))
    return True


def _is_turn(session: Session, act: Act, at: datetime, for_other: bool) -> bool:
    by_author = session.is_author != for_other
    return may(session.sitting, session.stand, act, at, by_author=by_author)


def _promised(request: SharedRequest, now: datetime) -> datetime:
    minutes = _number(request.POST.get("minutes", ""))
    return now + timedelta(minutes=minutes if minutes in RETURN_AFTER else RETURN_AFTER[0])


def _page(
    request: SharedRequest, session: Session | None, status: int = 200, **more: object
) -> HttpResponse:
    text = words("together/listening")
    is_on = session is not None and session.stand.phase != Phase.ENDED
    context = {
        "text": text,
        "parts": {part["id"]: part for part in text["part"]},
        "minutes": MINUTES,
        "returns": RETURN_AFTER,
        "session": session,
        "is_on": is_on,
        "buttons": _buttons(session, timezone.now()) if session and is_on else [],
        "past": past(request.ours.space),
        **(_shown(session, request.vault) if session else {}),
        **more,
    }
    return render(request, "listening/page.html", context, status=status)


def _buttons(session: Session, now: datetime) -> list[Button]:
    """Return the buttons of whoever's turn it is; the breath is on the button, not in its way."""
    at = now + BREATH if session.stand.phase == Phase.MIRROR else now
    sides = (False, True) if session.serves_both else (False,)
    return [
        Button(act, _label(session, act, for_other), for_other)
        for for_other in sides
        for act in TURNS
        if _is_turn(session, act, at, for_other) and not (for_other and act == Act.SWAP)
    ]


def _label(session: Session, act: Act, for_other: bool) -> str:
    buttons = words("together/listening")["buttons"]
    is_speaker = (session.is_author != for_other) == session.stand.by_author
    return str(buttons["time-over" if act == Act.SPOKEN and not is_speaker else act])


def _shown(session: Session, vault: Vault) -> dict[str, object]:
    """Return the sentences about how it stands."""
    text, now = words("together/listening"), session.stand
    over = now.since + timedelta(minutes=session.sitting.minutes)
    heard = text["shown"]["heard_one" if now.heard == 1 else "heard_many"]
    return {
        "part": next((one for one in text["part"] if one["id"] == now.phase), None),
        "turn": _turn(session, vault),
        "over": over if now.phase in (Phase.SPEAK, Phase.FIX) else None,
        "until": text["shown"]["until"].format(time=_clock(over)),
        "pause": _pause(now),
        "heard": heard.format(number=now.heard) if now.heard else "",
        "may_pause": _is_turn(session, Act.PAUSE, timezone.now(), for_other=False),
    }


def _turn(session: Session, vault: Vault) -> str:
    """Say who speaks, or who says it back."""
    phase, shown = session.stand.phase, words("together/listening")["shown"]
    if phase not in (Phase.SPEAK, Phase.FIX, Phase.MIRROR):
        return ""
    is_me = (session.is_author == session.stand.by_author) != (phase == Phase.MIRROR)
    what = "says_back" if phase == Phase.MIRROR else "speaks"
    names = named(vault)
    name = names.me if is_me else names.them
    if session.sitting.one_screen and name:
        return str(shown[what].format(name=name))
    return str(shown[f"{what}_{'me' if is_me else 'them'}"])


def _pause(now: Stand) -> str:
    if now.until is None:
        return ""
    said = words("together/listening")["time_out"]
    sentence = said["back" if now.until <= timezone.now() else "agreed"]
    return str(sentence.format(time=_clock(now.until)))


def _clock(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%H:%M")


def _number(typed: str) -> int:
    """Return the small number that was chosen, or 0."""
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_NUMBER else 0
