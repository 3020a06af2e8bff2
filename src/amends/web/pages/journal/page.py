"""The journal: one short question, what comes to it, and one thing to do."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import JournalPage
from amends.store import Kept
from amends.web.content import program, words
from amends.web.guard import Request
from amends.web.journal import asked_about, before_the_next, offered, prompt_of, recent_pages
from amends.web.newest import newest
from amends.web.pages.journal.desk import Sheet, begun_as, next_prompt, sheet_of, shown

PATH = "journal/"


def view(request: Request) -> HttpResponse:
    """Show a new page and the newest ones; keep what was written."""
    now = timezone.localtime()
    pages = recent_pages(request.vault, now)
    action, _, about = request.POST.get("action", "").partition(":")
    if action == "begin":
        return _page(request, now, Sheet(prompt_of(request.vault, about), now))
    if request.method != "POST":
        return _page(request, now, Sheet(offered(request.vault, pages, now), now))
    sheet = sheet_of(request, now)
    used = [one.record.prompt for one in pages]
    turned = next_prompt(request, sheet, action, about, used)
    if not sheet.text.strip() and not sheet.act.strip():
        return _page(request, now, turned, is_missing=action == "keep")
    kept = _keep(request, sheet, turned, pages)
    is_kept = action == "keep"
    path = redirect("journal_entry", page_id=kept.id)["Location"]
    return redirect(f"{path}?{'kept' if is_kept else 'write'}=yes")


def _keep(
    request: Request, sheet: Sheet, turned: Sheet, pages: list[Kept[JournalPage]]
) -> Kept[JournalPage]:
    """Keep a page once, however often its form is sent."""
    kept = begun_as(sheet, pages)
    if kept is None:
        page = JournalPage(turned.prompt.id, (sheet.sitting,), sheet.act)
        return request.vault.put(page)
    page = kept.record.go_on(sheet.sitting, sheet.act, turned.prompt.id)
    return request.vault.put(page, id=kept.id)


def _page(
    request: Request, now: datetime, sheet: Sheet, *, is_missing: bool = False
) -> HttpResponse:
    pages = sorted(request.vault.all(JournalPage), key=lambda one: one.record.at, reverse=True)
    context = shown(sheet) | {
        "text": words("journal"),
        "is_missing": is_missing,
        "evening": before_the_next(pages, now),
        "asked": asked_about(request.vault, pages, now),
        "answered": words("journal")["act"].get(f"said-{request.GET.get('act', '')}", ""),
        "pages": newest(pages),
        "finding": program().evidence[words("journal")["page"]["evidence"]],
    }
    return render(request, "journal/page.html", context)
