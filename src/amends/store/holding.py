"""A form that was sent while locked waits in the session that was unlocked for it, sealed."""

from amends.store.models import UnlockedSession
from amends.store.sessions import hash_of
from amends.store.trouble import told_plainly
from amends.store.vault import Vault
from amends.vault import RecordHeader, VaultError, kind_tag, open_sealed, seal

KIND = "held-form"


def hold(vault: Vault, session_id: str, plain: bytes) -> None:
    """Seal some bytes into a session; whatever ends the session ends them too."""
    sealed = seal(vault.keys, _header(vault, session_id), plain)
    with told_plainly():
        UnlockedSession.objects.filter(id_hash=hash_of(session_id)).update(held=sealed)


def held(vault: Vault, session_id: str) -> bytes | None:
    """Return what waits in a session, or None when nothing does, or nothing that opens."""
    with told_plainly():
        row = UnlockedSession.objects.filter(id_hash=hash_of(session_id)).first()
    if row is None or not row.held:
        return None
    try:
        return open_sealed(vault.keys, _header(vault, session_id), bytes(row.held))
    except VaultError:
        return None


def let_go(session_id: str) -> None:
    """Drop what waits in a session."""
    with told_plainly():
        UnlockedSession.objects.filter(id_hash=hash_of(session_id)).update(held=b"")


def _header(vault: Vault, session_id: str) -> RecordHeader:
    return RecordHeader(hash_of(session_id)[:16], kind_tag(vault.keys, KIND), 0)
