"""What every page is given: the menu, the footer, whether it is unlocked."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from amends.web.content import words
from amends.web.guard import vault_of


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Return the names that `base.html` needs."""
    return {
        "is_unlocked": vault_of(request) is not None,
        "idle_minutes": settings.IDLE_MINUTES,
        "menu": [
            {"path": path, "label": label, "here": _is_here(request.path, path)}
            for path, label in _menu()
        ],
        "footer": words("welcome")["footer"]["line"],
    }


def _menu() -> list[tuple[str, str]]:
    return [
        ("/", _("Today")),
        ("/path/", _("Path")),
        ("/write/", _("Write")),
        ("/help/", _("Help")),
    ]


def _is_here(here: str, path: str) -> bool:
    return here == path if path == "/" else here.startswith(path)
