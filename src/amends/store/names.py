"""Who has an account here. A name is a neutral label and is not sealed."""

from dataclasses import dataclass
from itertools import count
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone

from amends.store.errors import NameTaken
from amends.store.models import Account
from amends.store.trouble import told_plainly
from amends.store.wall import writing


@dataclass(frozen=True)
class AccountName:
    """An account as it is known while locked: its id (16 bytes) and its neutral label."""

    id: bytes
    name: str


def accounts() -> list[AccountName]:
    """Return every account, by name."""
    with told_plainly():
        rows = Account.objects.order_by("name").values_list("id", "name")
        return [AccountName(one.bytes, name) for one, name in rows]


def has_account() -> bool:
    """Whether there is any account yet."""
    with told_plainly():
        return Account.objects.exists()


def add_account(account: UUID, name: str) -> None:
    """Write a new account's row; without a name it gets a neutral one. Raises NameTaken."""
    with writing(account):
        label = name or free_name()
        if Account.objects.filter(name=label).exists():
            raise NameTaken
        Account.objects.create(id=account, name=label, created=timezone.now().date())


def free_name(alias: str = DEFAULT_DB_ALIAS) -> str:
    """Return a neutral label that no account has."""
    taken = set(Account.objects.using(alias).values_list("name", flat=True))
    return next(name for n in count(1) if (name := f"Notebook {n}") not in taken)
