"""Keys and sealed bytes; docs/vault.md is the format."""

from amends.vault.backup import open_backup, seal_backup
from amends.vault.cost import CEILING, FLOOR, KdfCost, calibrate
from amends.vault.errors import (
    BadRecoveryCode,
    CostTooHigh,
    CostTooLow,
    Damaged,
    NewerFormat,
    OutOfMemory,
    UnusablePassphrase,
    VaultError,
    WrongSecret,
)
from amends.vault.invitation import (
    new_invitation_code,
    open_letter,
    place_of,
    safety_phrase,
    seal_letter,
)
from amends.vault.keys import AccountKeys, kind_tag, new_account_key
from amends.vault.overlap import blinded, common, new_power, raised
from amends.vault.pairs import KeyPair, PublicKeys, new_key_pair
from amends.vault.records import RecordHeader, open_sealed, seal
from amends.vault.recovery import new_recovery_code
from amends.vault.session import open_session, seal_session
from amends.vault.shared import (
    SpaceKeys,
    item_tag,
    open_item,
    open_space_key,
    seal_item,
    seal_space_key,
)
from amends.vault.slots import (
    PassphraseSlot,
    RecoverySlot,
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_with_code,
    wrap_with_passphrase,
)

__all__ = [
    "CEILING",
    "FLOOR",
    "AccountKeys",
    "BadRecoveryCode",
    "CostTooHigh",
    "CostTooLow",
    "Damaged",
    "KdfCost",
    "KeyPair",
    "NewerFormat",
    "OutOfMemory",
    "PassphraseSlot",
    "PublicKeys",
    "RecordHeader",
    "RecoverySlot",
    "SpaceKeys",
    "UnusablePassphrase",
    "VaultError",
    "WrongSecret",
    "blinded",
    "calibrate",
    "common",
    "item_tag",
    "kind_tag",
    "new_account_key",
    "new_invitation_code",
    "new_key_pair",
    "new_power",
    "new_recovery_code",
    "open_backup",
    "open_item",
    "open_letter",
    "open_sealed",
    "open_session",
    "open_space_key",
    "place_of",
    "raised",
    "safety_phrase",
    "seal",
    "seal_backup",
    "seal_item",
    "seal_letter",
    "seal_session",
    "seal_space_key",
    "unwrap_with_code",
    "unwrap_with_passphrase",
    "wrap_with_code",
    "wrap_with_passphrase",
]
