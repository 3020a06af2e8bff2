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
from amends.vault.keys import AccountKeys, kind_tag, new_account_key
from amends.vault.records import RecordHeader, open_sealed, seal
from amends.vault.recovery import new_recovery_code
from amends.vault.session import open_session, seal_session
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
    "NewerFormat",
    "OutOfMemory",
    "PassphraseSlot",
    "RecordHeader",
    "RecoverySlot",
    "UnusablePassphrase",
    "VaultError",
    "WrongSecret",
    "calibrate",
    "kind_tag",
    "new_account_key",
    "new_recovery_code",
    "open_backup",
    "open_sealed",
    "open_session",
    "seal",
    "seal_backup",
    "seal_session",
    "unwrap_with_code",
    "unwrap_with_passphrase",
    "wrap_with_code",
    "wrap_with_passphrase",
]
