"""What can go wrong while keeping things: one class for each problem, one clear sentence, one hint.

None of them holds anything that a person wrote.
"""

from datetime import timedelta
from math import ceil
from pathlib import Path
from typing import ClassVar


class StoreError(Exception):
    """Something could not be kept, found or opened; what was kept before is untouched."""

    problem: str = "Something went wrong while keeping your notes."
    hint: str = "Nothing was lost; try again."

    def __str__(self) -> str:
        return f"{self.problem}\nhint: {self.hint}"


class MissingFile(StoreError):
    """The database file is not where it should be."""

    problem = "The file with your notes is not in its folder."
    hint = "Was the folder moved, or a drive unplugged? Put it back, or restore a backup elsewhere."


class ReadOnlyDisk(StoreError):
    """The disk or the folder cannot be written to."""

    problem = "The folder with your notes can only be read, not written to."
    hint = "What you kept before is safe. Make the folder writable, then save again."


class FullDisk(StoreError):
    """There is no room left."""

    problem = "The disk is full, so this was not saved."
    hint = "What you kept before is safe. Make room on the disk, then save again."


class DiskTrouble(StoreError):
    """The disk or the database server does not answer as it should."""

    problem = "The disk did not do what was asked of it."
    hint = "Check the disk and its cable, then try again; keep your latest backup safe."


class DatabaseAway(StoreError):
    """The database server cannot be reached."""

    problem = "The database does not answer."
    hint = "Is the database server running? Try again in a minute."


class Busy(StoreError):
    """Another window holds the database for longer than one can wait."""

    problem = "Another window of amends is still saving, so this was not saved yet."
    hint = "Wait a few seconds, then save again."


class RoleTooStrong(StoreError):
    """The database role passes row-level security: a superuser, or one with BYPASSRLS."""

    problem = "The database role may look past the wall between accounts, so it was not used."
    hint = "Nothing was touched. Let a role own the database that is NOSUPERUSER and NOBYPASSRLS."


class DamagedFile(StoreError):
    """The database file is not readable as a database any more."""

    problem = "The file with your notes is damaged."
    hint = "Leave it as it is, and restore your latest backup into an empty folder."


class NewerFolder(StoreError):
    """The data folder was written by a newer version of amends."""

    problem = "This folder was written by a newer version of amends."
    hint = "Nothing was touched. Install the newer version, then open the folder again."


class WrongPassphrase(StoreError):
    """The passphrase does not open this account."""

    problem = "This passphrase does not open your notes."
    hint = "Check the keyboard's language and the shift key, or use your recovery code."


class UnusablePassphrase(StoreError):
    """A new passphrase that is empty, or holds characters that no keyboard sends."""

    problem = "This passphrase is empty, or holds characters that cannot be kept."
    hint = "Choose one of several words that you can type on any keyboard."


class LittleMemory(StoreError):
    """The machine has less free memory than unlocking needs."""

    problem = "There is too little free memory to open your notes."
    hint = "Nothing was changed. Close other programs, then try again."


class WrongRecoveryCode(StoreError):
    """The recovery code does not open this account."""

    problem = "This recovery code does not open your notes."
    hint = "Compare it letter by letter; an older code stops working when a new one is confirmed."


class DamagedSlot(StoreError):
    """What wraps the account's key has been changed or damaged."""

    problem = "The part that opens your notes is damaged."
    hint = (
        "Try your recovery code. If it fails too, restore your latest backup into an empty folder."
    )


class WeakenedSlot(StoreError):
    """Someone made the key slot cheaper to guess than amends ever makes it."""

    problem = (
        "The lock on your notes has been made weaker than amends makes it, so it was not used."
    )
    hint = "Someone may have changed the file. Restore your latest backup into an empty folder."


class DamagedRecord(StoreError):
    """A sealed record does not open: changed, swapped or damaged."""

    problem = "One of your notes is damaged and was not opened."
    hint = "The others are not affected. Your latest backup may still hold it."


class ChangedElsewhere(StoreError):
    """The record was changed since it was read: two tabs, or two people at one machine."""

    problem = "This was changed in another window after you opened it here."
    hint = "Nothing was lost: copy what you wrote here, load the page again, and put it in."


class NotKept(StoreError):
    """There is no such record in this account."""

    problem = "There is nothing kept under this address."
    hint = "It may have been deleted in another window."


class DamagedItem(StoreError):
    """An item of a shared space does not open, or nobody of the two signed it."""

    problem = "Something in the shared space was changed by nobody of you two, and was not opened."
    hint = "Your own notes are not affected. You can leave the shared space at any time."


class NotYours(StoreError):
    """An item of a shared space that the other wrote."""

    problem = "This is not yours to change."
    hint = "Each of you can change and take back what is your own."


class NotShared(StoreError):
    """There is no second member in the space yet, or no longer."""

    problem = "The shared space is not open."
    hint = "What you wrote stays in your own notes."


class AlreadyShared(StoreError):
    """This account shares a space already."""

    problem = "You share a space already."
    hint = "A space is for two. Leave this one first, then begin another."


class NoSuchInvitation(StoreError):
    """The code is unknown, was used, is over, or is one's own: the answer is the same."""

    problem = "This code opens no invitation."
    hint = "A code works once, for a day. Compare it letter by letter, or ask for a new one."


class NoAccount(StoreError):
    """There is no such account."""

    problem = "There is no such account here."
    hint = "Is this the right data folder?"


class NameTaken(StoreError):
    """An account with this name exists."""

    problem = "There is an account with this name already."
    hint = "Choose another name; a neutral one, since names are not sealed."


class AccountExists(StoreError):
    """The account in the backup is in this database already."""

    problem = "The account in this backup is here already."
    hint = "Delete it first, or restore into an empty folder."


class WrongBackupPassphrase(StoreError):
    """The passphrase does not open the backup."""

    problem = "This passphrase does not open the backup."
    hint = "Use the passphrase that was typed when the backup was made."


class DamagedBackup(StoreError):
    """The file is not a backup of amends, or not a whole one."""

    problem = "This file is not a whole backup made by amends."
    hint = "Nothing was restored. Try another copy of the backup."


class NewerBackup(StoreError):
    """The backup was made by a newer version of amends."""

    problem = "This backup was made by a newer version of amends."
    hint = "Nothing was restored. Install the newer version, then restore again."


class UnknownDatabase(StoreError):
    """The database address is not one that amends knows."""

    problem = "The database address is not one that amends can use."
    hint = "DATABASE_URL begins with postgres://; leave it out to keep one file in the data folder."


class PathError(StoreError):
    """A problem with one file or folder that the person named."""

    _problem: ClassVar[str]

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = self._problem.format(path=path)
        super().__init__(self.problem)


class FolderNotEmpty(PathError):
    """The folder that should be empty holds something."""

    _problem = "The folder {path} is not empty, so nothing was written there."
    hint = "Choose a new folder, or an empty one."


class FileInTheWay(PathError):
    """There is a file with this name already."""

    _problem = "There is a file {path} already, so nothing was written."
    hint = "Choose another name; the old file may be a backup that you still need."


class NoSuchFile(PathError):
    """The named file is not there."""

    _problem = "There is no file {path}."
    hint = "Check the name and the folder."


class TooManyTries(StoreError):
    """Too many wrong passphrases; `wait` says for how long no other is looked at."""

    hint = "Your notes are safe; your recovery code opens them without waiting."

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        self.problem = f"Too many wrong tries. The next one is possible in {in_words(wait)}."
        super().__init__(self.problem)


def in_words(wait: timedelta) -> str:
    """Return a short time in words, rounded up.

    >>> in_words(timedelta(seconds=5)), in_words(timedelta(seconds=61))
    ('5 seconds', '2 minutes')
    """
    seconds = max(1, ceil(wait.total_seconds()))
    if seconds < 60:  # noqa: PLR2004 - a minute
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    minutes = ceil(seconds / 60)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
