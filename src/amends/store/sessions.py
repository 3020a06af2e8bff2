"""Unlocked sessions: the key is carried half in the database and half in the browser's cookie."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_bytes, token_urlsafe
from uuid import UUID

from django.utils import timezone

from amends.store.models import UnlockedSession
from amends.store.trouble import told_plainly
from amends.store.vault import Vault
from amends.vault import VaultError, open_session, seal_session

IDLE_MINUTES = 5
LONGEST_IDLE = 30  # minutes; whatever a row says
LONGEST = timedelta(hours=12)  # a day at the desk; then the passphrase is asked for again
SEEN_EVERY = timedelta(seconds=15)  # fewer writes; a session may lock this much early, never late


@dataclass(frozen=True)
class Session:
    """An unlocked session as its owner sees it: when it was last used, and whether it is theirs."""

    last_seen: datetime
    is_this: bool


def begin_session(
    vault: Vault, now: datetime | None = None, idle_minutes: int = IDLE_MINUTES
) -> tuple[str, bytes]:
    """Start a session for an open vault; returns its id and the cookie key (32 bytes).

    The database keeps a hash of the id, and the account's key sealed under the cookie key: neither
    half opens anything alone. It locks after `idle_minutes` without use, at the latest after 30,
    and after twelve hours of use.
    """
    session_id, cookie_key = token_urlsafe(32), token_bytes(32)
    began = now or timezone.now()
    with told_plainly():
        UnlockedSession.objects.create(
            id_hash=hash_of(session_id),
            account_id=UUID(bytes=vault.account),
            sealed_key=seal_session(
                vault.account_key, cookie_key, _bound(session_id, vault.account)
            ),
            last_seen=began,
            began=began,
            idle_minutes=idle_minutes,
        )
    return session_id, cookie_key


def resume_session(session_id: str, cookie_key: bytes, now: datetime) -> Vault | None:
    """Return the open vault of a session; None when it is unknown or was idle for too long."""
    with told_plainly():
        row = UnlockedSession.objects.filter(id_hash=hash_of(session_id)).first()
        if row is None:
            return None
        if not _is_awake(row, now):
            row.delete()
            return None
        vault = _open(row, session_id, cookie_key)
        if vault and now - row.last_seen >= SEEN_EVERY:
            UnlockedSession.objects.filter(pk=row.pk).update(last_seen=now)
        return vault


def end_session(session_id: str) -> None:
    """Lock: drop the database's half."""
    with told_plainly():
        UnlockedSession.objects.filter(id_hash=hash_of(session_id)).delete()


def end_all_sessions(account: bytes | None = None) -> None:
    """Lock every session of an account; without one, of all accounts, as at the server's start."""
    with told_plainly():
        rows = UnlockedSession.objects.all()
        (rows.filter(account_id=UUID(bytes=account)) if account else rows).delete()


def open_sessions(account: bytes, now: datetime, session_id: str = "") -> list[Session]:
    """Return the sessions of an account that are unlocked now, the last used first.

    `session_id` is the one that asks.
    """
    this = hash_of(session_id)
    with told_plainly():
        rows = UnlockedSession.objects.filter(account_id=UUID(bytes=account)).order_by("-last_seen")
        return [
            Session(row.last_seen, bytes(row.id_hash) == this)
            for row in rows
            if _is_awake(row, now)
        ]


def end_other_sessions(account: bytes, session_id: str) -> None:
    """Lock every session of an account but this one."""
    with told_plainly():
        rows = UnlockedSession.objects.filter(account_id=UUID(bytes=account))
        rows.exclude(id_hash=hash_of(session_id)).delete()


def narrow_session(session_id: str, tool: str) -> None:
    """Open nothing but one tool in this session from now on: two people look at this screen."""
    with told_plainly():
        UnlockedSession.objects.filter(id_hash=hash_of(session_id)).update(only=tool)


def narrowed_to(session_id: str) -> str:
    """Return the one tool that a session is open for, or an empty text."""
    with told_plainly():
        rows = UnlockedSession.objects.filter(id_hash=hash_of(session_id))
        return rows.values_list("only", flat=True).first() or ""


def set_idle_minutes(account: bytes, minutes: int) -> None:
    """Change after how many idle minutes the sessions of an account lock, those now open too."""
    with told_plainly():
        rows = UnlockedSession.objects.filter(account_id=UUID(bytes=account))
        rows.update(idle_minutes=minutes)


def _is_awake(row: UnlockedSession, now: datetime) -> bool:
    """Whether it is young and was used lately; also locks when the clock was set back by more."""
    idle = timedelta(minutes=min(row.idle_minutes, LONGEST_IDLE))
    is_young = row.began is not None and now - row.began <= LONGEST
    return is_young and abs(now - row.last_seen) <= idle


def _open(row: UnlockedSession, session_id: str, cookie_key: bytes) -> Vault | None:
    try:
        key = open_session(
            bytes(row.sealed_key), cookie_key, _bound(session_id, row.account_id.bytes)
        )
    except VaultError:
        return None
    return Vault.resume(row.account_id.bytes, key)


def _bound(session_id: str, account: bytes) -> str:
    """Return what the sealed key is bound to: a row pointed at another account opens nothing."""
    return f"{session_id}.{account.hex()}"


def hash_of(session_id: str) -> bytes:
    """Return what the database knows a session by, 32 bytes."""
    return sha256(session_id.encode()).digest()
