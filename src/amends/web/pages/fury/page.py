"""A page that nobody gets: what one would like to do, written where it goes nowhere."""

from django.http import HttpResponse
from django.shortcuts import render

from amends.web.guard import Request

PATH = "fury/"


def view(request: Request) -> HttpResponse:
    """Show what was kept, or begin one more."""
    return render(request, "fury/page.html", {})
