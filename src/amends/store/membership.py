"""What one vault knows of the space it shares: its own keys, the other's, the key of each epoch.

No table links a space with an account: both members keep this, sealed, each for themselves.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from amends.store.envelope import Kept
from amends.store.shared_rows import Epoch
from amends.store.vault import Vault
from amends.vault import KeyPair, PublicKeys, SpaceKeys, new_key_pair


@dataclass(frozen=True)
class OwnKeys:
    """Both private halves of the account, in hexadecimal; made when they are first needed."""

    KIND: ClassVar[str] = "own-keys"

    signing: str = field(repr=False)
    sealing: str = field(repr=False)


@dataclass(frozen=True)
class EpochKey:
    """The key of one epoch, and who was the other member in it; in hexadecimal."""

    number: int
    key: str = field(repr=False)
    partner: str = ""


@dataclass(frozen=True)
class Membership:
    """A space as one member knows it.

    `code` is that of the invitation which is under way, `until` when it ends. `partner` is the
    other's public keys, `joined` when they came in. `ended` says when the other left.
    """

    KIND: ClassVar[str] = "membership"

    space: str
    epochs: tuple[EpochKey, ...] = field(default=(), repr=False)
    partner: str = ""
    joined: datetime | None = None
    code: str = field(default="", repr=False)
    until: datetime | None = None
    ended: datetime | None = None

    @property
    def latest(self) -> int:
        """The number of the newest epoch; none is 0."""
        return self.epochs[-1].number if self.epochs else 0

    def with_key(self, number: int, key: bytes, partner: str) -> "Membership":
        """Return it with the key of a new epoch."""
        new = EpochKey(number, key.hex(), partner)
        return replace(self, epochs=(*self.epochs, new))


def membership_of(vault: Vault) -> Kept[Membership] | None:
    """Return the space that this vault is a member of."""
    kept = vault.all(Membership)
    return kept[-1] if kept else None


def has_space(vault: Vault) -> bool:
    """Say whether this vault is a member of a space, or has invited someone into one."""
    return membership_of(vault) is not None


def keep(vault: Vault, membership: Membership) -> Kept[Membership]:
    """Keep what is known of the space; there is one at most."""
    before = membership_of(vault)
    return vault.put(membership, id=before.id) if before else vault.put(membership)


def own_pair(vault: Vault) -> KeyPair:
    """Return the account's pair; the first call makes it."""
    kept = vault.records(OwnKeys)
    if kept:
        return KeyPair(bytes.fromhex(kept[0].signing), bytes.fromhex(kept[0].sealing))
    pair = new_key_pair()
    vault.put(OwnKeys(pair.signing.hex(), pair.sealing.hex()))
    return pair


def epochs_of(membership: Membership, mine: KeyPair) -> tuple[Epoch, ...]:
    """Return every epoch that this member has the key of, oldest first."""
    space = bytes.fromhex(membership.space)
    return tuple(
        Epoch(
            SpaceKeys(bytes.fromhex(one.key), space, one.number),
            mine,
            PublicKeys.from_bytes(bytes.fromhex(one.partner)) if one.partner else None,
        )
        for one in membership.epochs
    )
