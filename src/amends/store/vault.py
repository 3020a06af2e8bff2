"""The open vault of one account: keeps records, finds them, changes its locks, and is deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Self
from uuid import UUID, uuid4

from django.db import transaction

from amends.store import rows, slots
from amends.store.attempts import FailedTries, failed_tries
from amends.store.destruction import destroy
from amends.store.envelope import Kept, R
from amends.store.errors import NotKept
from amends.store.models import Attempts, UnlockedSession
from amends.store.names import add_account
from amends.store.trouble import told_plainly
from amends.store.uses import Use, Uses, note_use
from amends.store.wall import writing
from amends.vault import AccountKeys, KdfCost, calibrate, new_account_key

UNLOCK_SECONDS = 0.5  # what one guess of a passphrase costs on the machine where it was chosen


@dataclass(frozen=True)
class Vault:
    """An unlocked account; `account` is its id (16 bytes), and the key never shows in a repr."""

    account: bytes
    account_key: bytes = field(repr=False)
    keys: AccountKeys = field(repr=False, compare=False)

    @classmethod
    def create(
        cls, passphrase: str, name: str = "", cost: KdfCost | None = None
    ) -> tuple[Self, str]:
        """Make a new account; returns its vault and the recovery code, which is to be typed back.

        `name` is a neutral label, not sealed; left empty, one is chosen. `cost` is measured when
        not given. Raises NameTaken, UnusablePassphrase.
        """
        account, key = uuid4(), new_account_key()
        chosen = cost or calibrate(UNLOCK_SECONDS)
        with told_plainly(), transaction.atomic():
            add_account(account, name)
            slots.add_passphrase(account, key, passphrase, chosen)
            code = slots.add_code(account, key)
        return cls.resume(account.bytes, key), code

    @classmethod
    def open(cls, account: bytes, passphrase: str) -> Self:
        """Unlock; raises WrongPassphrase, TooManyTries, DamagedSlot, WeakenedSlot, NoAccount."""
        one = UUID(bytes=account)
        failed = failed_tries(one)
        vault = cls.resume(account, slots.open_with_passphrase(one, passphrase))
        note_use(one, vault.keys, failed)
        return vault

    @classmethod
    def recover(cls, account: bytes, code: str, new_passphrase: str) -> tuple[Self, str]:
        """Unlock with the recovery code and set a new passphrase; returns a new code.

        The used code and all sessions end. Raises WrongRecoveryCode, DamagedSlot, NoAccount.
        """
        one = UUID(bytes=account)
        key = slots.open_with_code(one, code)
        cost, failed = calibrate(UNLOCK_SECONDS), failed_tries(one)
        with writing(one):
            slots.add_passphrase(one, key, new_passphrase, cost)
            new_code = slots.add_code(one, key, drop_others=True)
            UnlockedSession.objects.filter(account_id=one).delete()
            Attempts.objects.filter(account_id=one).delete()
        vault = cls.resume(account, key)
        note_use(one, vault.keys, failed, with_code=True)
        return vault, new_code

    @classmethod
    def resume(cls, account: bytes, account_key: bytes) -> Self:
        """Open with the account's key itself, as a session carries it."""
        return cls(account, account_key, AccountKeys(account_key, account))

    @property
    def _account(self) -> UUID:
        return UUID(bytes=self.account)

    def put(self, record: R, id: bytes | None = None, revision: int | None = None) -> Kept[R]:  # noqa: A002 - its name everywhere
        """Keep a new record, or a new revision of the one that was read as `id` and `revision`.

        It is on the disk when this returns. Without `revision` the latest is replaced, whatever it
        is. Raises ChangedElsewhere when another was kept since then, NotKept when it was deleted.
        """
        if id is None:
            return rows.add(self._account, self.keys, record)
        return rows.replace(self._account, self.keys, record, _record(id), revision)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Everything put or deleted inside `with vault.at_once():` happens, or nothing does."""
        with writing(self._account):
            yield

    def get(self, kind: type[R], id: bytes) -> Kept[R]:  # noqa: A002 - its name everywhere
        """Return one record; raises NotKept, DamagedRecord."""
        return rows.find(self._account, self.keys, kind, _record(id))

    def all(self, kind: type[R]) -> list[Kept[R]]:
        """Return every record of one kind, oldest first; raises DamagedRecord."""
        return rows.every(self._account, self.keys, kind)

    def recent(self, *kinds: type[R], since: date) -> list[Kept[R]]:
        """Return the records of some kinds that were kept on this day (UTC) or later; as `all`."""
        return rows.every(self._account, self.keys, *kinds, since=since)

    def records(self, kind: type[R]) -> list[R]:
        """Return every record of one kind without its envelope, oldest first; as `all`."""
        return [kept.record for kept in self.all(kind)]

    def holds(self, id: bytes) -> bool:  # noqa: A002 - its name everywhere
        """Say whether there is a record with this id, of whatever kind."""
        return rows.is_there(self._account, _record(id))

    def delete(self, id: bytes) -> None:  # noqa: A002 - its name everywhere
        """Delete one record; raises NotKept."""
        rows.remove(self._account, _record(id))

    def check_passphrase(self, passphrase: str) -> None:
        """Raise WrongPassphrase or TooManyTries unless this is the passphrase."""
        failed = failed_tries(self._account)
        slots.open_with_passphrase(self._account, passphrase)
        note_use(self._account, self.keys, failed)

    @property
    def last_uses(self) -> tuple[Use, ...]:
        """When the passphrase or the code was last right, the newest first; the times alone."""
        kept = self.all(Uses)
        return kept[-1].record.latest if kept else ()

    @property
    def failed_tries(self) -> FailedTries:
        """Return the tries that failed since then."""
        return failed_tries(self._account)

    def change_passphrase(self, old: str, new: str) -> None:
        """Rewrite the key slot, never the records; all sessions end.

        Raises WrongPassphrase, TooManyTries.
        """
        self.check_passphrase(old)
        with writing(self._account):
            slots.add_passphrase(self._account, self.account_key, new, slots.cost_of(self._account))
            UnlockedSession.objects.filter(account_id=self._account).delete()

    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new code; the old one works until this one is typed back.

        Raises WrongPassphrase, TooManyTries.
        """
        self.check_passphrase(passphrase)
        return slots.add_code(self._account, self.account_key)

    def confirm_recovery_code(self, code: str) -> None:
        """The code was typed back: from now on it is the only one. Raises WrongRecoveryCode."""
        slots.confirm_code(self._account, code)

    @property
    def has_confirmed_code(self) -> bool:
        """Whether a recovery code has been typed back."""
        return slots.has_confirmed_code(self._account)

    def delete_everything(self) -> None:
        """Delete the account for ever: slots first, then rows, then the space they lay in."""
        destroy(self.account)


def _record(id: bytes) -> UUID:  # noqa: A002 - as above
    try:
        return UUID(bytes=id)
    except ValueError:
        raise NotKept from None
