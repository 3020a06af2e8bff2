"""Tables; loads and saves sealed records."""

from importlib import import_module
from typing import TYPE_CHECKING

from amends.store.connection import database
from amends.store.errors import (
    AccountExists,
    Busy,
    ChangedElsewhere,
    DamagedBackup,
    DamagedFile,
    DamagedRecord,
    DamagedSlot,
    DatabaseAway,
    DiskTrouble,
    FileInTheWay,
    FolderNotEmpty,
    FullDisk,
    LittleMemory,
    MissingFile,
    NameTaken,
    NewerBackup,
    NewerFolder,
    NoAccount,
    NoSuchFile,
    NotKept,
    ReadOnlyDisk,
    RoleTooStrong,
    StoreError,
    TooManyTries,
    UnknownDatabase,
    UnusablePassphrase,
    WeakenedSlot,
    WrongBackupPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)

if TYPE_CHECKING:
    from amends.store.attempts import FailedTries
    from amends.store.backups import back_up, back_up_bytes, restore, restore_bytes
    from amends.store.conversations import (
        FoundPattern,
        KeptConversation,
        TooMuchToKeep,
        forget_conversation,
        has_conversation,
        hide_conversation,
        is_hidden_conversation,
        keep_conversation,
        keep_found,
        load_conversation,
    )
    from amends.store.destruction import destroy
    from amends.store.envelope import Keepable, Kept
    from amends.store.examining import Examined, examine
    from amends.store.exports import Entry, Exported, export, export_bytes
    from amends.store.heat import last_heat
    from amends.store.holding import held, hold, let_go
    from amends.store.names import AccountName, accounts, has_account
    from amends.store.opening import data_folder, open_folder
    from amends.store.preparing import prepare
    from amends.store.saved_texts import SavedText, saved_texts, signs_since
    from amends.store.sessions import (
        IDLE_MINUTES,
        Session,
        begin_session,
        end_all_sessions,
        end_other_sessions,
        end_session,
        open_sessions,
        resume_session,
        set_idle_minutes,
    )
    from amends.store.uses import Use
    from amends.store.vault import Vault

# Django imports this package before its registry is ready, and the settings need `database` even
# earlier; what needs the tables is therefore imported when it is first asked for.
_NEEDS_TABLES = {
    "AccountName": "names",
    "Entry": "exports",
    "Examined": "examining",
    "Exported": "exports",
    "FailedTries": "attempts",
    "FoundPattern": "conversations",
    "IDLE_MINUTES": "sessions",
    "Keepable": "envelope",
    "Kept": "envelope",
    "KeptConversation": "conversations",
    "SavedText": "saved_texts",
    "Session": "sessions",
    "TooMuchToKeep": "conversations",
    "Use": "uses",
    "Vault": "vault",
    "accounts": "names",
    "back_up": "backups",
    "back_up_bytes": "backups",
    "begin_session": "sessions",
    "data_folder": "opening",
    "destroy": "destruction",
    "end_all_sessions": "sessions",
    "end_other_sessions": "sessions",
    "end_session": "sessions",
    "examine": "examining",
    "export": "exports",
    "export_bytes": "exports",
    "forget_conversation": "conversations",
    "has_account": "names",
    "has_conversation": "conversations",
    "held": "holding",
    "hide_conversation": "conversations",
    "hold": "holding",
    "is_hidden_conversation": "conversations",
    "keep_conversation": "conversations",
    "keep_found": "conversations",
    "last_heat": "heat",
    "let_go": "holding",
    "load_conversation": "conversations",
    "open_folder": "opening",
    "open_sessions": "sessions",
    "prepare": "preparing",
    "restore": "backups",
    "restore_bytes": "backups",
    "resume_session": "sessions",
    "saved_texts": "saved_texts",
    "set_idle_minutes": "sessions",
    "signs_since": "saved_texts",
}

__all__ = [
    "IDLE_MINUTES",
    "AccountExists",
    "AccountName",
    "Busy",
    "ChangedElsewhere",
    "DamagedBackup",
    "DamagedFile",
    "DamagedRecord",
    "DamagedSlot",
    "DatabaseAway",
    "DiskTrouble",
    "Entry",
    "Examined",
    "Exported",
    "FailedTries",
    "FileInTheWay",
    "FolderNotEmpty",
    "FoundPattern",
    "FullDisk",
    "Keepable",
    "Kept",
    "KeptConversation",
    "LittleMemory",
    "MissingFile",
    "NameTaken",
    "NewerBackup",
    "NewerFolder",
    "NoAccount",
    "NoSuchFile",
    "NotKept",
    "ReadOnlyDisk",
    "RoleTooStrong",
    "SavedText",
    "Session",
    "StoreError",
    "TooManyTries",
    "TooMuchToKeep",
    "UnknownDatabase",
    "UnusablePassphrase",
    "Use",
    "Vault",
    "WeakenedSlot",
    "WrongBackupPassphrase",
    "WrongPassphrase",
    "WrongRecoveryCode",
    "accounts",
    "back_up",
    "back_up_bytes",
    "begin_session",
    "data_folder",
    "database",
    "destroy",
    "end_all_sessions",
    "end_other_sessions",
    "end_session",
    "examine",
    "export",
    "export_bytes",
    "forget_conversation",
    "has_account",
    "has_conversation",
    "held",
    "hide_conversation",
    "hold",
    "is_hidden_conversation",
    "keep_conversation",
    "keep_found",
    "last_heat",
    "let_go",
    "load_conversation",
    "open_folder",
    "open_sessions",
    "prepare",
    "restore",
    "restore_bytes",
    "resume_session",
    "saved_texts",
    "set_idle_minutes",
    "signs_since",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use (PEP 562)."""
    if name not in _NEEDS_TABLES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_NEEDS_TABLES[name]}"), name)
