"""The neutral page behind quick exit: it says nothing about amends."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PATH = "away/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Show a page like an empty tab."""
    return render(request, "away/page.html")
