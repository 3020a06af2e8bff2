"""What a person is told: one clear sentence, a hint, and nothing secret."""

import inspect
import traceback
from collections.abc import Callable

import pytest

from amends import vault
from amends.vault import (
    PassphraseSlot,
    RecoverySlot,
    VaultError,
    open_backup,
    unwrap_with_code,
    unwrap_with_passphrase,
)
from tests.vault.known import KEYS, VECTORS, each, file_of, raw

ERRORS = [
    one for _, one in inspect.getmembers(vault, inspect.isclass) if issubclass(one, VaultError)
]
SLOT = PassphraseSlot.from_bytes(raw(VECTORS["passphrase_slots"][0], "slot"))
RECOVERY_SLOT = RecoverySlot.from_bytes(raw(VECTORS["recovery_slots"][0], "slot"))


@each("error", ERRORS)
def test_every_error_says_one_sentence_and_a_hint(error: type[VaultError]) -> None:
    told = str(error())

    assert told == f"{error.problem}\nhint: {error.hint}"
    assert error.problem.endswith(".")
    assert error.hint.endswith(".")
    assert "!" not in told


def test_every_problem_has_its_own_words() -> None:
    assert len({error.problem for error in ERRORS}) == len(ERRORS) > 8


@each("typed", ["canary-7f3a", "canary-7f3a\ud800"])
def test_no_error_holds_what_was_typed(typed: str) -> None:
    backup = file_of(VECTORS["backups"][0])
    tries: tuple[Callable[[], bytes], ...] = (
        lambda: unwrap_with_passphrase(SLOT, KEYS.account_id, typed),
        lambda: unwrap_with_code(RECOVERY_SLOT, KEYS.account_id, typed),
        lambda: open_backup(backup, typed),
    )

    for one in tries:
        with pytest.raises(VaultError) as caught:
            one()

        assert "canary" not in "".join(traceback.format_exception(caught.value))
        assert "canary" not in repr(caught.value.args)
