"""Instagram: "Download your information" as JSON; threads are files like those of Messenger."""

import re

from amends.chats.export import Export
from amends.chats.json_stream import plain
from amends.chats.message import Messages
from amends.chats.meta import plain_files, read_threads

NAME = "Instagram"
ENDINGS = (".json",)
HOLDS = ("sender_name", "thread_path", "is_still_participant")
_SIGNS = re.compile(
    rb'"original_content_owner"|"uri"\s*:\s*"your_instagram_activity/|sent an attachment\."'
    rb'|"Liked a message"|"Reacted [^"]{1,60} to your message ?"|"Instagram User"'
)


def identify(export: Export) -> bool:
    """Say whether it holds threads, in Instagram's folders or with what only Instagram writes."""
    files = plain_files(export)
    return any("instagram" in one.name.lower() for one in files) or any(
        _SIGNS.search(plain(one.start())) for one in files[:3]
    )


def read(export: Export) -> Messages:
    """Return the messages of the largest thread of two people; times are UTC."""
    return read_threads(export)
