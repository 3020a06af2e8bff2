"""What both wrote of gladly in the conversation that one keeps; the other learns nothing."""

from hashlib import sha256

from amends.chats import NOBODY, looked_with, shared_interests
from amends.store import (
    KeptConversation,
    Vault,
    has_conversation,
    is_hidden_conversation,
    keep_gladly,
    kept_gladly,
    load_conversation,
)
from amends.together import load_interests
from amends.web.content import LANGUAGE
from amends.web.own_side import is_ready

TWO = 2
"""In a group nobody can tell who "both" are."""


def spoken_of(vault: Vault) -> frozenset[str]:
    """Return these interests by id; none while no conversation is kept, or it is out of sight.

    The messages are opened once; what is found is kept, and made anew with the conversation.
    """
    if not has_conversation(vault) or is_hidden_conversation(vault):
        return frozenset()
    found = kept_gladly(vault, _looked_with())
    if found is None:
        kept = load_conversation(vault)
        found = _found(kept) if kept else ()
        keep_gladly(vault, found, _looked_with())
    return frozenset(found)


def _found(kept: KeptConversation) -> tuple[str, ...]:
    chat = kept.conversation
    if not is_ready(kept) or len(set(chat.messages.sender) - {NOBODY}) != TWO:
        return ()
    interests = {one.id: one.words for one in load_interests(LANGUAGE)}
    found = shared_interests(chat, kept.me, interests, language=LANGUAGE)
    return tuple(one.interest for one in found)


def _looked_with() -> str:
    """Return a name that changes with the words that are looked for, and with how."""
    words = repr([(one.id, one.words) for one in load_interests(LANGUAGE)])
    return f"{looked_with(LANGUAGE)}-{sha256(words.encode()).hexdigest()[:16]}"
