"""The page about now: the same each time, whatever led to it. Open, also while locked."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from amends.safety import Danger, Standing, countries, fallback, helplines
from amends.store import Vault
from amends.web import cookie
from amends.web.content import words
from amends.web.crisis import SAID, lines_of, plan_of, say, say_over, taps_of
from amends.web.dangers import safety_plan, standings_of
from amends.web.people import keep_country, named
from amends.web.request import vault_of
from amends.web.templatetags.words import on_day

PATH = "crisis/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show what helps now; keep what was said.

    What was said is in no address: the browser lists addresses for whoever looks later.
    """
    vault = vault_of(request)
    if vault is None:
        said = _told(request.POST)
        return _page(request, _around(None, request.POST.get("country", "")), said)
    if request.method == "POST":
        return cookie.remember_said(request, redirect("crisis"), _kept(vault, request.POST))
    said = cookie.remembered_said(request)
    return cookie.forget_said(_page(request, _around(vault, named(vault).country), said))


def _told(form: QueryDict) -> str:
    """Return what a button said; the form of the countries says again what was said before it."""
    said = form.get("said", "") or form.get("told", "")
    return said if said in {*SAID, "no", "safe", "safe-others"} else ""


def _kept(vault: Vault, form: QueryDict) -> str:
    """Keep what a button said; return its name, or nothing when it changed nothing."""
    said, now = form.get("said", ""), timezone.now()
    if said in SAID:
        say(vault, SAID[said], now)
    if "country" in form:
        keep_country(vault, form.get("country", ""))
    if said in ("safe", "safe-others"):
        danger = Danger.CRISIS if said == "safe" else Danger.HARM_TO_OTHERS
        return said if say_over(vault, danger, now) else ""
    return _told(form)


def _page(request: HttpRequest, around: dict[str, Any], said: str) -> HttpResponse:
    """Show the page; what might happen to someone else comes first when that is what was said."""
    back = request.GET.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    is_others = said == "others" or bool(around["others"] and not around["crisis"])
    told = {"said": said, "back": back if is_ours else "", "is_others": is_others}
    return render(request, "crisis/page.html", around | told)


def _around(vault: Vault | None, country: str) -> dict[str, Any]:
    now = timezone.now()
    stands = {one.danger: one for one in standings_of(vault, now)} if vault else {}
    crisis, others = stands.get(Danger.CRISIS), stands.get(Danger.HARM_TO_OTHERS)
    plan = plan_of(vault)
    return {
        "text": words("crisis"),
        "countries": countries(),
        "country": helplines(country) if country else None,
        "lines": lines_of(country, Danger.CRISIS),
        "taps": taps_of(country, Danger.CRISIS),
        "taps_others": taps_of(country, Danger.HARM_TO_OTHERS),
        "lines_others": lines_of(country, Danger.HARM_TO_OTHERS),
        "fallback": fallback(),
        "plan": plan,
        "has_plan": any(part.value for part in plan),
        "sheet": safety_plan(),
        "crisis": crisis,
        "others": others,
        "may_end": bool(crisis and crisis.may_end(now)),
        "may_end_others": bool(others and others.may_end(now)),
        "later": _later(crisis),
        "later_others": _later(others),
    }


def _later(standing: Standing | None) -> str:
    said: str = words("crisis")["meanwhile"]["later"]
    return said.format(day=on_day(standing.asks_at)) if standing else ""
