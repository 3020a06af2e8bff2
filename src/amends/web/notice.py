"""A notice on this computer: one word under a neutral name."""

import logging
from contextlib import suppress

from asgiref.sync import async_to_sync

APP_NAME = "Notes"


def show_notice(word: str) -> None:
    """Ask this computer to show a word; where it cannot, nothing happens."""
    logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL + 1)
    import desktop_notifier  # noqa: PLC0415 - only if it is wanted

    with suppress(Exception):
        notifier = desktop_notifier.DesktopNotifier(app_name=APP_NAME, app_icon=None)
        async_to_sync(notifier.send)(title=word, message="")
