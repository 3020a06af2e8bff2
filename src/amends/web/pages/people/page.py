"""Names and pronouns, in the words that the user chooses."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render

from amends.contact import Agreement
from amends.web.content import words
from amends.web.guard import Request
from amends.web.people import People, people_of

PATH = "people/"
FIELDS = ("me", "them", "their_pronouns", "relationship")


def view(request: Request) -> HttpResponse:
    """Show and keep the names."""
    kept = people_of(request.vault)
    people = kept.record if kept else People()
    if request.method == "POST":
        said = {name: request.POST.get(name, "").strip() for name in FIELDS}
        seen = request.POST.get("revision", "")
        request.vault.put(
            replace(people, **said),
            id=kept.id if kept else None,
            revision=int(seen) if kept and seen.isdigit() else None,
        )
        return redirect("today" if request.vault.all(Agreement) else "standing")
    text = words("welcome")["people"]
    fields = [{"name": name, "value": getattr(people, name), **text[name]} for name in FIELDS]
    return render(request, "people/page.html", {"text": text, "fields": fields, "kept": kept})
