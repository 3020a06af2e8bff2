"""One page of the journal: read again, written on, its act answered, or deleted."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amends.practice import OUTCOMES, JournalPage
from amends.store import Kept
from amends.web.content import words
from amends.web.dangers import is_sign
from amends.web.guard import Request
from amends.web.journal import (
    acts_told,
    after_this_one,
    forget,
    prompt_of,
    recent_pages,
    said_of,
    tell,
)
from amends.web.pages.journal.desk import Sheet, next_prompt, sheet_of, shown

PATH = "journal/<id:page_id>/"


def view(request: Request, page_id: bytes) -> HttpResponse:
    """Show a page of the journal, or do what was asked with it."""
    kept, now = request.vault.get(JournalPage, page_id), timezone.localtime()
    action, _, about = request.POST.get("action", "").partition(":")
    if action == "delete":
        with request.vault.at_once():
            forget(request.vault, kept.id)
            request.vault.delete(kept.id)
        return redirect("journal")
    if action == "act" and about in OUTCOMES:
        tell(request.vault, kept.id, about, now)
        return redirect(f"{redirect('journal')['Location']}?act={about}")
    if action in ("keep", "other", "kind"):
        return _write_on(request, kept, action, about, now)
    return _page(request, kept, now)


def _write_on(
    request: Request, kept: Kept[JournalPage], action: str, about: str, now: datetime
) -> HttpResponse:
    sheet = sheet_of(request, now)
    pages = recent_pages(request.vault, now)
    turned = next_prompt(request, sheet, action, about, [one.record.prompt for one in pages])
    page = kept.record.go_on(sheet.sitting, sheet.act, turned.prompt.id)
    with request.vault.at_once():
        if page.act != kept.record.act:
            forget(request.vault, kept.id)
        request.vault.put(page, id=kept.id)
    return redirect(f"{request.path}?{'kept' if action == 'keep' else 'write'}=yes")


def _page(request: Request, kept: Kept[JournalPage], now: datetime) -> HttpResponse:
    page, pages = kept.record, recent_pages(request.vault, now)
    prompt = prompt_of(request.vault, page.prompt)
    here = next((one for one in pages if one.id == kept.id), kept)
    text, told = words("journal"), acts_told(request.vault, now).get(kept.id.hex())
    context = shown(Sheet(prompt, now, now, page.text, page.act)) | {
        "text": text,
        "page": page,
        "prompt": prompt,
        "is_writing": "write" in request.GET,
        "just_kept": "kept" in request.GET,
        "said": said_of(request.vault, here, pages, now),
        "evening": after_this_one(page, pages, now),
        "outcome": text["act"][f"was-{told.record.outcome}"] if told else "",
        "sounds_like_danger": is_sign(page.said),
    }
    return render(request, "journal_entry/page.html", context)
