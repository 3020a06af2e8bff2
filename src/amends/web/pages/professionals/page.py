"""For professionals: what amends is and refuses, as homework, its evidence, where data lie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.web.professionals import professionals

PATH = "help/professionals/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show the page; docs/professionals.md holds the same words."""
    return render(request, "professionals/page.html", {"told": professionals()})
