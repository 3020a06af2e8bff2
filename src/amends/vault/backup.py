"""A backup: one age file that any age program opens (docs/vault.md, "Backup")."""

import re

from pyrage import DecryptError
from pyrage import passphrase as age

from amends.vault.errors import BadRecoveryCode, CostTooHigh, Damaged, NewerFormat, WrongSecret
from amends.vault.passphrase import normal
from amends.vault.recovery import read_code, written

MOST_WORK = 22  # scrypt with 2**22 takes 4 GiB; the limit that the age program sets itself
TRIES = 5
"""The age library weighs the machine anew each time, for some milliseconds: what looks like too
much work while something else runs is none a moment later. `MOST_WORK` holds in every try."""
_VERSION = re.compile(rb"age-encryption\.org/v(\d+)\n")
_WORK = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n[A-Za-z0-9+/]{43}\n--- ")
_WRONG = "Decryption failed"


def seal_backup(archive: bytes, passphrase: str) -> bytes:
    """Return the archive as one age file; a recovery code is a passphrase too. Takes seconds."""
    sealed: bytes = age.encrypt(archive, _spelled(passphrase))
    _check_head(sealed)
    return sealed


def open_backup(sealed: bytes, passphrase: str) -> bytes:
    """Return the archive; raises WrongSecret, Damaged, CostTooHigh, NewerFormat."""
    _check_head(sealed)
    spelled = _spelled(passphrase)
    for _ in range(TRIES - 1):
        try:
            return _decrypted(sealed, spelled)
        except CostTooHigh:
            continue
    return _decrypted(sealed, spelled)


def _decrypted(sealed: bytes, spelled: str) -> bytes:
    try:
        archive: bytes = age.decrypt(sealed, spelled)
    except DecryptError as error:
        raise _meaning(str(error)) from None
    return archive


def _spelled(passphrase: str) -> str:
    try:
        return written(read_code(passphrase))
    except BadRecoveryCode:
        return normal(passphrase)


def _check_head(sealed: bytes) -> None:
    version = _VERSION.match(sealed)
    if version and int(version[1]) > 1:
        raise NewerFormat
    work = _WORK.match(sealed, version.end()) if version else None
    if work is None:
        raise Damaged
    if int(work[1]) > MOST_WORK:
        raise CostTooHigh


def _meaning(said: str) -> WrongSecret | Damaged:
    if said == _WRONG:
        return WrongSecret()
    return CostTooHigh() if said.startswith("Excessive work") else Damaged()
