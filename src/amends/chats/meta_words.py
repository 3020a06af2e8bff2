"""What Messenger and Instagram write themselves, told from the words of people."""

from collections.abc import Callable, Iterable, Mapping

from amends.chats.message import Kind
from amends.chats.wording import unmarked, whole_line, wording

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

Notices = Callable[[str], Kind]


def notices(people: Iterable[str]) -> Notices:
    """Return what tells a whole line of the app from a text, for a chat of these people."""
    words = wording("meta")
    names = [_folded(one) for one in (*people, *words["me"])]
    known = [(whole_line(map(_folded, words[name]), names), kind) for name, kind in _KINDS.items()]

    def kind_of(text: str) -> Kind:
        if len(text) > LONGEST_NOTICE:
            return Kind.TEXT
        line = _folded(text)
        return next((kind for shape, kind in known if shape.fullmatch(line)), Kind.TEXT)

    return kind_of


def _folded(text: str) -> str:
    return unmarked(text).translate(_STRAIGHT)


def kind_of_fields(message: Mapping[str, object], text: str) -> Kind:
    """Return what a message is by what stands beside its text; `text` still may be the app's."""
    if message.get("is_unsent") is True or message.get("isUnsent") is True:
        return Kind.DELETED
    if "call_duration" in message or message.get("type") == "Call":
        return Kind.CALL
    if message.get("type") in _JOINED:
        return Kind.SYSTEM
    return Kind.TEXT if text else Kind.MEDIA
