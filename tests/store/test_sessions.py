"""Unlocked stays unlocked only with both halves of the key, and not for long."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from amends.store import (
    Vault,
    begin_session,
    end_all_sessions,
    end_session,
    resume_session,
)
from amends.store.models import UnlockedSession
from tests.store.cast import ALICE, Cast, Note

NOW = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


def test_both_halves_open_the_vault(alice: Vault) -> None:
    kept = alice.put(Note("one"))
    resumed = resume_session(*begin_session(alice, NOW), NOW)

    assert resumed == alice
    assert resumed is not None
    assert resumed.all(Note) == [kept]


def test_the_database_alone_does_not(alice: Vault) -> None:
    session_id, _ = begin_session(alice, NOW)

    assert resume_session(session_id, bytes(32), NOW) is None


@pytest.mark.parametrize("session_id", ["", "unknown", "\x00", "ü" * 400])
def test_the_cookie_alone_does_not(alice: Vault, session_id: str) -> None:
    _, cookie_key = begin_session(alice, NOW)

    assert resume_session(session_id, cookie_key, NOW) is None


@pytest.mark.parametrize("cookie_key", [b"", b"short", b"x" * 33])
def test_a_cookie_of_another_length_does_not(alice: Vault, cookie_key: bytes) -> None:
    session_id, _ = begin_session(alice, NOW)

    assert resume_session(session_id, cookie_key, NOW) is None


def test_the_halves_of_two_sessions_do_not_fit(alice: Vault) -> None:
    first, second = begin_session(alice, NOW), begin_session(alice, NOW)

    assert resume_session(first[0], second[1], NOW) is None


def test_a_session_pointed_at_another_account_opens_nothing(alice: Vault, bob: Vault) -> None:
    session = begin_session(alice, NOW)

    UnlockedSession.objects.update(account_id=UUID(bytes=bob.account))

    assert resume_session(*session, NOW) is None


def test_the_database_holds_neither_the_id_nor_the_key(alice: Vault) -> None:
    session_id, cookie_key = begin_session(alice, NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_unlockedsession")
        row = b"".join(bytes(one) for one in cursor.fetchone() if isinstance(one, bytes))

    assert session_id.encode() not in row
    assert cookie_key not in row
    assert alice.account_key not in row


def test_five_idle_minutes_lock(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    assert resume_session(*session, later(minutes=5, seconds=1)) is None
    assert UnlockedSession.objects.count() == 0


def test_use_keeps_it_open(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    for minute in (4, 8, 12):
        assert resume_session(*session, later(minutes=minute)) == alice


def test_the_idle_time_is_a_choice(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    assert resume_session(*session, later(minutes=9), idle_minutes=10) == alice


def test_a_clock_set_back_locks(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    assert resume_session(*session, later(days=-1)) is None


def test_locking_ends_it(alice: Vault) -> None:
    session = begin_session(alice, NOW)
    end_session(session[0])

    assert resume_session(*session, NOW) is None


def test_all_sessions_of_one_account_end_at_once(alice: Vault, bob: Vault) -> None:
    sessions = [begin_session(one, NOW) for one in (alice, alice, bob)]
    end_all_sessions(alice.account)

    assert [resume_session(*session, NOW) for session in sessions] == [None, None, bob]


def test_a_restart_ends_every_session(alice: Vault, bob: Vault) -> None:
    sessions = [begin_session(one, NOW) for one in (alice, bob)]
    end_all_sessions()

    assert [resume_session(*session, NOW) for session in sessions] == [None, None]


def test_a_new_passphrase_ends_them(alice: Vault) -> None:
    session = begin_session(alice, NOW)
    alice.change_passphrase(ALICE, "nine slow owls at noon")

    assert resume_session(*session, NOW) is None


def test_recovery_ends_them(alice: Vault, cast: Cast) -> None:
    session = begin_session(alice, NOW)
    Vault.recover(alice.account, cast.alice.code, "nine slow owls at noon")

    assert resume_session(*session, NOW) is None
