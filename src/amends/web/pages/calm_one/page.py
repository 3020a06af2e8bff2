"""One short exercise, drawn so that it can be followed. Open, also while locked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amends.practice import Calm, CalmHelped, load_calm
from amends.store import Vault
from amends.web.charts.breath import drawn_breath
from amends.web.content import LANGUAGE, words
from amends.web.request import vault_of

PATH = "calm/<slug:calm>/"
OPEN = True


def view(request: HttpRequest, calm: str) -> HttpResponse:
    """Show it; keep that it helped. Nothing is kept while locked."""
    one = next((one for one in load_calm(LANGUAGE) if one.name == calm), None)
    if one is None:
        raise Http404
    vault, text = vault_of(request), words("urge")
    if request.method == "POST":
        if vault:
            _keep(vault, one)
        return redirect("calm")
    context = {
        "text": text,
        "one": one,
        "steps": list(zip(one.steps, one.begins, strict=True)),
        "breath": drawn_breath(one.breath, text["breath"]) if one.breath else None,
    }
    return render(request, "calm_one/page.html", context)


def _keep(vault: Vault, one: Calm) -> None:
    with vault.at_once():
        kept = vault.all(CalmHelped)
        helped = kept[-1].record if kept else CalmHelped()
        vault.put(helped.with_one(one.name), id=kept[-1].id if kept else None)
