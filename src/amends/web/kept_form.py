"""When a page locks while someone writes, what they wrote comes back after unlocking."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from amends.web.form_fields import kept_fields


def ask_to_unlock(request: HttpRequest) -> HttpResponse:
    """Show the way to unlock; a form sent meanwhile is carried along."""
    if request.method != "POST":
        return redirect(reverse("unlock", query={"next": request.path}))
    context = {"kept": kept_fields(request.POST), "kept_path": request.path}
    return render(request, "unlock/page.html", context, status=401)
