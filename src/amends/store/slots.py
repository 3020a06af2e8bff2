"""Key slots: the ways to an account's key; each is replaced without ever losing the last one."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from uuid import UUID

from amends.store.attempts import counted
from amends.store.errors import (
    DamagedSlot,
    LittleMemory,
    NewerFolder,
    NoAccount,
    StoreError,
    UnusablePassphrase,
    WeakenedSlot,
    WrongPassphrase,
    WrongRecoveryCode,
)
from amends.store.models import Account, KeySlot
from amends.store.wall import reading, writing
from amends.vault import (
    BadRecoveryCode,
    CostTooLow,
    Damaged,
    KdfCost,
    NewerFormat,
    OutOfMemory,
    PassphraseSlot,
    RecoverySlot,
    WrongSecret,
    new_recovery_code,
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_with_code,
    wrap_with_passphrase,
)

PASSPHRASE, RECOVERY = KeySlot.Kind.PASSPHRASE, KeySlot.Kind.RECOVERY
# Argon2id takes 64 MiB and more for each run; no visitor may make the machine do many at once.
GUESSES = BoundedSemaphore(2)


def open_with_passphrase(account: UUID, passphrase: str) -> bytes:
    """Return the account's key.

    Raises WrongPassphrase, TooManyTries, DamagedSlot, WeakenedSlot, LittleMemory, NoAccount.
    """
    with _told_plainly(WrongPassphrase):
        slot = PassphraseSlot.from_bytes(_stored(account, PASSPHRASE)[0])
        with counted(account), GUESSES:
            return unwrap_with_passphrase(slot, account.bytes, passphrase)


def open_with_code(account: UUID, code: str) -> bytes:
    """Return the account's key; a code that was never typed back opens as well.

    Tries are not counted: 160 bits cannot be guessed, and whoever is kept out by another's guessing
    can come in here. Raises WrongRecoveryCode, DamagedSlot, NoAccount.
    """
    slots = _stored(account, RECOVERY)
    with _told_plainly(WrongRecoveryCode):
        return _first_opened(slots, account, code)


def cost_of(account: UUID) -> KdfCost:
    """Return what guessing costs now, so that a new passphrase costs no less."""
    with _told_plainly(WrongPassphrase):
        return PassphraseSlot.from_bytes(_stored(account, PASSPHRASE)[0]).cost


def add_passphrase(account: UUID, key: bytes, passphrase: str, cost: KdfCost) -> None:
    """Wrap the key with a passphrase, read that back, and only then drop the older slots.

    Raises UnusablePassphrase, LittleMemory.
    """
    with GUESSES, _told_plainly(UnusablePassphrase):
        slot = wrap_with_passphrase(key, account.bytes, passphrase, cost)
    with writing(account), GUESSES, _told_plainly(DamagedSlot):
        new = _write(account, PASSPHRASE, slot.to_bytes(), confirmed=True)
        back = PassphraseSlot.from_bytes(_read(new))
        if unwrap_with_passphrase(back, account.bytes, passphrase) != key:
            raise DamagedSlot
        KeySlot.objects.filter(account_id=account, kind=PASSPHRASE, number__lt=new).delete()


def add_code(account: UUID, key: bytes, *, drop_others: bool = False) -> str:
    """Return a new recovery code; a confirmed one stays until this one has been typed back."""
    code = new_recovery_code()
    slot = wrap_with_code(key, account.bytes, code)
    with writing(account), _told_plainly(DamagedSlot):
        new = _write(account, RECOVERY, slot.to_bytes(), confirmed=False)
        if unwrap_with_code(RecoverySlot.from_bytes(_read(new)), account.bytes, code) != key:
            raise DamagedSlot
        older = KeySlot.objects.filter(account_id=account, kind=RECOVERY, number__lt=new)
        (older if drop_others else older.filter(confirmed=False)).delete()
    return code


def confirm_code(account: UUID, code: str) -> None:
    """Mark the code as typed back and drop the older one; raises WrongRecoveryCode."""
    with writing(account), _told_plainly(WrongRecoveryCode):
        new = KeySlot.objects.filter(account_id=account, kind=RECOVERY).order_by("number").last()
        if new is None:
            raise WrongRecoveryCode
        unwrap_with_code(RecoverySlot.from_bytes(bytes(new.wrapped)), account.bytes, code)
        KeySlot.objects.filter(account_id=account, number=new.number).update(confirmed=True)
        KeySlot.objects.filter(account_id=account, kind=RECOVERY, number__lt=new.number).delete()


def has_confirmed_code(account: UUID) -> bool:
    """Whether a recovery code has been typed back."""
    with reading(account):
        return KeySlot.objects.filter(account_id=account, kind=RECOVERY, confirmed=True).exists()


def _first_opened(slots: list[bytes], account: UUID, code: str) -> bytes:
    for slot in slots[:-1]:
        try:
            return unwrap_with_code(RecoverySlot.from_bytes(slot), account.bytes, code)
        except WrongSecret:
            continue
    return unwrap_with_code(RecoverySlot.from_bytes(slots[-1]), account.bytes, code)


def _stored(account: UUID, kind: KeySlot.Kind) -> list[bytes]:
    with reading(account):
        if not Account.objects.filter(id=account).exists():
            raise NoAccount
        slots = KeySlot.objects.filter(account_id=account, kind=kind).order_by("-number")
        found = [bytes(wrapped) for wrapped in slots.values_list("wrapped", flat=True)]
    if not found:
        raise DamagedSlot
    return found


def _write(account: UUID, kind: KeySlot.Kind, wrapped: bytes, *, confirmed: bool) -> int:
    slot = KeySlot.objects.create(
        account_id=account, kind=kind, wrapped=wrapped, confirmed=confirmed
    )
    return slot.number


def _read(number: int) -> bytes:
    return bytes(KeySlot.objects.values_list("wrapped", flat=True).get(number=number))


@contextmanager
def _told_plainly(wrong: type[StoreError]) -> Iterator[None]:
    """Say what is wrong with a slot, or with what was typed."""
    try:
        yield
    except WrongSecret as error:
        raise wrong from error
    except BadRecoveryCode as error:
        raise WrongRecoveryCode from error
    except CostTooLow as error:
        raise WeakenedSlot from error
    except OutOfMemory as error:
        raise LittleMemory from error
    except NewerFormat as error:
        raise NewerFolder from error
    except Damaged as error:
        raise DamagedSlot from error
