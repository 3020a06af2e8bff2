"""What Messenger and Instagram write themselves, told from the words of people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from amends.chats.json_stream import string
from amends.chats.message import Kind
from amends.chats.notices import Notices
from amends.chats.wording import unmarked, wording

LONGEST_NOTICE = 400
"""Characters; what the apps write themselves is one line."""
_JOINED = frozenset({"Subscribe", "Unsubscribe"})
"""Types of messages in exports before 2023: people who were added, and who left."""
_KINDS = {
    "reaction": Kind.SYSTEM,
    "system": Kind.SYSTEM,
    "attachment": Kind.MEDIA,
    "unsent": Kind.DELETED,
    "call": Kind.CALL,
}
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")

KindOf = Callable[[str], Kind]


def notices(people: Iterable[str]) -> KindOf:
    """Return what tells a whole line of the app from a text, for a chat of these people."""
    names = frozenset(_folded(one) for one in (*people, *wording("meta")["me"]))
    known, kinds = _known()

    def kind_of(text: str) -> Kind:
        if len(text) > LONGEST_NOTICE:
            return Kind.TEXT
        place = known.place(_folded(text), names)
        return Kind.TEXT if place is None else kinds[place]

    return kind_of


@cache
def _known() -> tuple[Notices, Sequence[Kind]]:
    pairs = [(_folded(one), kind) for name, kind in _KINDS.items() for one in wording("meta")[name]]
    return Notices(pattern for pattern, _ in pairs), [kind for _, kind in pairs]


def _folded(text: str) -> str:
    return unmarked(text).translate(_STRAIGHT)


def kind_of_fields(message: Mapping[str, object], text: str) -> Kind:
    """Return what a message is by what stands beside its text; `text` still may be the app's."""
    if message.get("is_unsent") is True or message.get("isUnsent") is True:
        return Kind.DELETED
    sort = string(message.get("type"))
    if "call_duration" in message or sort == "Call":
        return Kind.CALL
    if sort in _JOINED:
        return Kind.SYSTEM
    return Kind.TEXT if text else Kind.MEDIA
