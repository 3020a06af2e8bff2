"""Unlocked stays unlocked only with both halves of the key, and not for long."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from amends.store import (
    Session,
    Vault,
    begin_session,
    end_all_sessions,
    end_other_sessions,
    end_session,
    held,
    hold,
    let_go,
    open_sessions,
    resume_session,
    set_idle_minutes,
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


@pytest.mark.asvs("V7.2.1")
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


@pytest.mark.asvs("V7.2.2")
def test_the_database_holds_neither_the_id_nor_the_key(alice: Vault) -> None:
    session_id, cookie_key = begin_session(alice, NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_unlockedsession")
        row = b"".join(bytes(one) for one in cursor.fetchone() if isinstance(one, bytes))

    assert session_id.encode() not in row
    assert cookie_key not in row
    assert alice.account_key not in row


@pytest.mark.asvs("V7.3.1")
def test_five_idle_minutes_lock(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    assert resume_session(*session, later(minutes=5, seconds=1)) is None
    assert UnlockedSession.objects.count() == 0


def test_use_keeps_it_open(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    for minute in (4, 8, 12):
        assert resume_session(*session, later(minutes=minute)) == alice


@pytest.mark.asvs("V7.3.2")
def test_after_twelve_hours_of_use_it_ends(alice: Vault) -> None:
    session = begin_session(alice, NOW)
    moments = [later(minutes=4 * step) for step in range(181)]

    opened = [resume_session(*session, moment) is not None for moment in moments]

    assert all(opened)
    assert resume_session(*session, later(hours=12, minutes=1)) is None


def test_the_idle_time_is_a_choice(alice: Vault) -> None:
    session = begin_session(alice, NOW, idle_minutes=10)

    assert resume_session(*session, later(minutes=9)) == alice


def test_no_choice_is_longer_than_half_an_hour(alice: Vault) -> None:
    session = begin_session(alice, NOW, idle_minutes=600)

    assert resume_session(*session, later(minutes=31)) is None


def test_a_shorter_idle_time_holds_at_once(alice: Vault, bob: Vault) -> None:
    hers, his = begin_session(alice, NOW), begin_session(bob, NOW)
    set_idle_minutes(alice.account, 1)

    assert resume_session(*hers, later(minutes=2)) is None
    assert resume_session(*his, later(minutes=2)) == bob


def test_open_sessions_are_listed_and_idle_ones_are_not(alice: Vault, bob: Vault) -> None:
    begin_session(bob, NOW)
    begin_session(alice, later(minutes=-6))
    other, this = begin_session(alice, later(minutes=-1)), begin_session(alice, NOW)

    assert other != this
    assert open_sessions(alice.account, NOW, this[0]) == [
        Session(NOW, is_this=True),
        Session(later(minutes=-1), is_this=False),
    ]


def test_other_sessions_end_and_this_one_stays(alice: Vault, bob: Vault) -> None:
    this, other, his = (begin_session(one, NOW) for one in (alice, alice, bob))
    end_other_sessions(alice.account, this[0])

    assert resume_session(*this, NOW) == alice
    assert resume_session(*other, NOW) is None
    assert resume_session(*his, NOW) == bob


def test_what_a_session_holds_opens_there_and_nowhere_else(alice: Vault, bob: Vault) -> None:
    hers, also_hers, his = (begin_session(one, NOW)[0] for one in (alice, alice, bob))
    hold(alice, hers, b"I was typing this.")

    assert held(alice, hers) == b"I was typing this."
    assert held(alice, also_hers) is None
    assert held(bob, his) is None
    assert held(bob, hers) is None


def test_what_a_session_holds_is_sealed_and_ends_with_it(alice: Vault) -> None:
    session_id, _ = begin_session(alice, NOW)
    hold(alice, session_id, b"I was typing this.")
    row = bytes(UnlockedSession.objects.get().held)
    end_session(session_id)

    assert b"typing" not in row
    assert held(alice, session_id) is None


def test_what_a_session_held_can_be_let_go(alice: Vault) -> None:
    session_id, _ = begin_session(alice, NOW)
    hold(alice, session_id, b"I was typing this.")
    let_go(session_id)

    assert held(alice, session_id) is None


def test_a_clock_set_back_locks(alice: Vault) -> None:
    session = begin_session(alice, NOW)

    assert resume_session(*session, later(days=-1)) is None


@pytest.mark.asvs("V7.4.1")
def test_locking_ends_it(alice: Vault) -> None:
    session = begin_session(alice, NOW)
    end_session(session[0])

    assert resume_session(*session, NOW) is None


def test_all_sessions_of_one_account_end_at_once(alice: Vault, bob: Vault) -> None:
    sessions = [begin_session(one, NOW) for one in (alice, alice, bob)]
    end_all_sessions(alice.account)

    assert [resume_session(*session, NOW) for session in sessions] == [None, None, bob]


@pytest.mark.asvs("V7.4.5")
def test_a_restart_ends_every_session(alice: Vault, bob: Vault) -> None:
    sessions = [begin_session(one, NOW) for one in (alice, bob)]
    end_all_sessions()

    assert [resume_session(*session, NOW) for session in sessions] == [None, None]


@pytest.mark.asvs("V7.4.3")
def test_a_new_passphrase_ends_them(alice: Vault) -> None:
    session = begin_session(alice, NOW)
    alice.change_passphrase(ALICE, "nine slow owls at noon")

    assert resume_session(*session, NOW) is None


def test_recovery_ends_them(alice: Vault, cast: Cast) -> None:
    session = begin_session(alice, NOW)
    Vault.recover(alice.account, cast.alice.code, "nine slow owls at noon")

    assert resume_session(*session, NOW) is None
