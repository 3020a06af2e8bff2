"""Guessing is slowed down, and the owner is never kept out for long."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from amends.store import TooManyTries, Vault
from amends.store.attempts import FREE, LONGEST, counted, wait_after
from tests.store.cast import ALICE, Cast


class Clock:
    """A clock that moves when a test says so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)

    def moves(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


class WrongGuessError(Exception):
    """A try that fails."""


def guess_wrongly(vault: Vault, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongGuessError), counted(UUID(bytes=vault.account)):
            raise WrongGuessError


def guess_rightly(vault: Vault) -> None:
    with counted(UUID(bytes=vault.account)):
        pass


@pytest.mark.usefixtures("clock")
def test_the_first_typing_errors_cost_no_time(alice: Vault) -> None:
    guess_wrongly(alice, FREE)


@pytest.mark.asvs("V6.3.1", "V2.4.1")
def test_after_them_each_try_waits_twice_as_long(alice: Vault, clock: Clock) -> None:
    guess_wrongly(alice, FREE)
    waits = []
    for _ in range(4):
        with pytest.raises(TooManyTries) as refusal:
            guess_rightly(alice)
        waits.append(refusal.value.wait.total_seconds())
        clock.moves(seconds=waits[-1])
        guess_wrongly(alice)

    assert waits == [5, 10, 20, 40]


def test_no_wait_is_longer_than_a_quarter_of_an_hour() -> None:
    assert wait_after(10_000) == LONGEST == timedelta(minutes=15)


@pytest.mark.usefixtures("clock")
def test_the_right_passphrase_does_not_help_before_the_wait_is_over(alice: Vault) -> None:
    guess_wrongly(alice, FREE)

    with pytest.raises(TooManyTries):
        Vault.open(alice.account, ALICE)


def test_waiting_counts_down(alice: Vault, clock: Clock) -> None:
    guess_wrongly(alice, FREE)
    clock.moves(seconds=3)

    with pytest.raises(TooManyTries) as refusal:
        guess_rightly(alice)
    assert refusal.value.wait == timedelta(seconds=2)
    assert "2 seconds" in refusal.value.problem


def test_after_the_wait_the_right_passphrase_opens_and_clears_the_count(
    alice: Vault, clock: Clock
) -> None:
    guess_wrongly(alice, FREE)
    clock.moves(seconds=5)
    Vault.open(alice.account, ALICE)

    guess_wrongly(alice, FREE)


@pytest.mark.asvs("V6.3.1")
@pytest.mark.usefixtures("clock")
def test_guessing_one_account_does_not_slow_another(alice: Vault, bob: Vault) -> None:
    guess_wrongly(alice, FREE)

    guess_rightly(bob)


@pytest.mark.usefixtures("clock")
def test_the_count_outlives_a_restart(alice: Vault) -> None:
    guess_wrongly(alice, FREE)
    connection.close()

    with pytest.raises(TooManyTries):
        guess_rightly(alice)


@pytest.mark.asvs("V6.1.1")
@pytest.mark.usefixtures("clock")
def test_the_recovery_code_opens_without_waiting(alice: Vault, cast: Cast) -> None:
    guess_wrongly(alice, FREE)
    Vault.recover(alice.account, cast.alice.code, ALICE)

    guess_rightly(alice)


def test_a_clock_set_back_does_not_keep_the_owner_out(alice: Vault, clock: Clock) -> None:
    guess_wrongly(alice, FREE)
    clock.moves(days=-365)
    with pytest.raises(TooManyTries):
        guess_rightly(alice)
    clock.moves(seconds=5)

    guess_rightly(alice)


@pytest.mark.asvs("V6.3.1", "V2.4.1")
@pytest.mark.usefixtures("clock")
def test_a_try_counts_before_it_is_looked_at(alice: Vault) -> None:
    """Otherwise many tries at the same moment would all be free."""
    account = UUID(bytes=alice.account)
    guess_wrongly(alice, FREE - 1)

    with counted(account), pytest.raises(TooManyTries):
        guess_rightly(alice)
