"""The pledge on one page: to print, or to save, with room for two signatures."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format

from amends.journey import Answers, Value
from amends.store import Vault
from amends.web.content import words
from amends.web.guard import Request
from amends.web.paper import Paper, Said, Section, TooLong, pdf_of
from amends.web.templatetags.words import as_said

PATH = "pledge/"
SHEET = "space/pledge"
"""The exercise in which it is written."""
RULE = "_" * 44
"""A line to sign on."""


def view(request: Request) -> HttpResponse:
    """Show the pledge as paper, or hand it over as a PDF file."""
    paper = _paper(request.vault)
    context = {"text": words("pledge"), "sheet": SHEET, "paper": paper}
    if request.method != "POST" or paper is None:
        return render(request, "pledge/page.html", context)
    try:
        pdf = pdf_of(paper)
    except TooLong:
        problem = words("pledge")["too_long"]
        return render(request, "pledge/page.html", context | {"problem": problem})
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="page-{timezone.localdate()}.pdf"'
    return response


def _paper(vault: Vault) -> Paper | None:
    """Return the page as it was kept last, or None where nothing was written."""
    kept = [one for one in vault.records(Answers) if one.exercise == SHEET]
    if not kept or not kept[-1].values:
        return None
    told, values = words("pledge"), kept[-1].values
    day = date_format(timezone.localtime(kept[-1].versions[-1].at), "j F Y")
    sections = [*_parts(values), _signed(told["sign"], values)]
    return Paper(told["heading"], day, sections, told["foot"])


def _parts(values: Mapping[str, Value]) -> Iterator[Section]:
    for part in words("pledge")["part"]:
        said = _spoken(values.get(part["field"], ""))
        if said:
            yield Section(part["title"], (Said("", said),))


def _spoken(value: Any) -> str:  # noqa: ANN401 - an answer of any type
    text = as_said(value).strip()
    try:
        return date_format(date.fromisoformat(text), "l j F Y")
    except ValueError:
        return text


def _signed(told: Mapping[str, str], values: Mapping[str, Value]) -> Section:
    friend = as_said(values.get("friend", "")).strip() or told["friend"]
    return Section(told["title"], (Said(told["me"], RULE), Said(f"{friend}, {told['day']}", RULE)))
