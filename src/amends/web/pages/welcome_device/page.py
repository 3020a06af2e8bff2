"""Who else uses this device, and what follows; the answer is not kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amends.web.content import words

PATH = "welcome/device/"
OPEN = True


def view(request: HttpRequest) -> HttpResponse:
    """Ask, and give the advice that fits."""
    device = words("welcome")["device"]
    chosen = request.POST.get("device", "")
    answer = next((choice for choice in device["choices"] if choice["id"] == chosen), None)
    missing = request.method == "POST" and answer is None
    context = {"device": device, "answer": answer, "missing": missing}
    return render(request, "welcome_device/page.html", context)
