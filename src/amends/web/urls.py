"""Every folder in `pages` is a page: its PATH, its view, and the guards in front of it."""

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, path, register_converter

from amends.web import pages
from amends.web.converters import RecordId
from amends.web.guard import guarded
from amends.web.ours import for_two

register_converter(RecordId, "id")


def page_names() -> list[str]:
    """Return the names of all pages, in alphabetical order."""
    return sorted(module.name for module in iter_modules(pages.__path__))


def _pattern(name: str) -> URLPattern:
    page = import_module(f"amends.web.pages.{name}.page")
    tool = getattr(page, "TOOL", None)
    view = page.view if tool is None else for_two(page.view, tool)
    is_open = getattr(page, "OPEN", False)
    return path(page.PATH, guarded(view, is_open=is_open, tool=tool or ""), name=name)


urlpatterns = [_pattern(name) for name in page_names()]

handler400 = "amends.web.errors.bad_request"
handler403 = "amends.web.errors.forbidden"
handler404 = "amends.web.errors.not_found"
handler500 = "amends.web.errors.failed"
