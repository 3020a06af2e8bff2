"""Write everything as plain text that any program can read.

Markdown, JSON and tables, in a new folder that is not sealed. Letters come along as the gate
allows, as they do in the browser.
"""

import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from tzlocal import get_localzone

from amends import store
from amends.cli.account import add_unlocking, unlock
from amends.cli.folder import told_plainly
from amends.cli.parser import Parser
from amends.cli.problem import Problem
from amends.cli.signs import written
from amends.contact import (
    Agreement,
    Contact,
    Draft,
    Terms,
    Verdict,
    begin,
    hold_back,
    stays_inside,
    verdict,
)
from amends.practice import Closing, Opening, is_inner, put_down
from amends.safety import NO_DANGER, dangers, is_private
from amends.text import CONTENT, load_table

WARNING = "The folder will be plain text: whoever opens it can read it.\n"


def arguments(parser: Parser) -> None:
    """Name what the command takes."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="The new folder.")
    words = "Take along what you answered about safety and how you are, too."
    parser.add_argument("--answers", action="store_true", help=words)
    add_unlocking(parser)


def run(given: Namespace) -> int:
    """Warn, write, and say what came along; return 1 when something was too damaged for that."""
    folder = given.folder.expanduser()
    with told_plainly():
        _refuse(folder)
        unlocked = unlock(given, WARNING)
        now = datetime.now(get_localzone())
        exported = export(unlocked.vault, folder, now, with_answers=given.answers)
    sys.stdout.write("\n".join(_told(exported, folder)) + "\n")
    return 1 if exported.damaged else 0


def export(
    vault: "store.Vault", folder: Path, now: datetime, *, with_answers: bool
) -> "store.Exported":
    """Write what the gate lets out; what was answered about safety and moods only when asked to."""
    answer = ask_gate(vault, now)

    def stays(entry: "store.Entry") -> bool:
        if is_private(entry.kind) or is_inner(entry.kind):
            return not with_answers
        draft = entry.of(Draft)
        return draft is not None and stays_inside(draft, answer)

    return store.export(vault, folder, stays, _notice())


def ask_gate(vault: "store.Vault", now: datetime) -> Verdict:
    """Return what the gate says now; with no agreement it answers as for `unknown`."""
    try:
        agreements = [kept.record for kept in vault.all(Agreement)]
        log = [kept.record for kept in vault.all(Contact)]
        standing = dangers(vault.records, now, written(vault))
        heated = store.last_heat(vault, now)
        down = put_down(vault.records(Closing), vault.records(Opening), now)
    except store.DamagedRecord:
        # a gate that cannot be asked is closed
        agreements, log, standing, heated, down = [], [], NO_DANGER, None, None
    agreement = agreements[-1] if agreements else begin(Terms(), now)
    answer = verdict(agreement, log, now, dangers=standing, heated=heated)
    return hold_back(answer, down.until) if down else answer


def _notice() -> str:
    """Return what amends is not, in the words at the foot of every page."""
    return str(load_table(CONTENT / "en" / "welcome.toml").header["footer"]["line"])


def _refuse(folder: Path) -> None:
    """Say before the passphrase is asked what could not be written after it."""
    if folder.exists() and not folder.is_dir():
        raise Problem(f"{folder}: this is a file", "name a new folder")
    if folder.exists() and any(folder.iterdir()):
        raise store.FolderNotEmpty(folder)


def _told(exported: "store.Exported", folder: Path) -> list[str]:
    told = [f"The export is in {folder}: {exported.written} records, as plain text."]
    if exported.left_out:
        told.append(f"Left out, such as letters in the drawer: {exported.left_out}.")
    if exported.damaged:
        told.append(f"Damaged, and not readable: {exported.damaged}. A backup may hold them.")
    return told
