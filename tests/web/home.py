"""A data folder with Alice's notes in it, made without a browser."""

import subprocess
import sys
from pathlib import Path

PASSPHRASE = "nine patient lanterns over water"
THEIR_WORDS = "I need time until spring. Please do not write to me."
LETTER = "I read your messages on Sunday. That was my choice."
FURNISH = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from amends import store
store.open_folder(Path(sys.argv[1]))
store.prepare()
from amends.contact import Draft, State, Terms, begin, write
from amends.vault import FLOOR
now = datetime.now(UTC)
vault, _ = store.Vault.create(sys.argv[2], cost=FLOOR)
vault.put(begin(Terms(state=State.SPACE, words=sys.argv[3]), now))
print(vault.put(write(Draft(kind="apology"), sys.argv[4], now)).id.hex())
"""


def furnish(folder: Path) -> str:
    """Make Alice's account, her agreement and a draft; returns the draft's id."""
    command = [sys.executable, "-c", FURNISH, str(folder), PASSPHRASE, THEIR_WORDS, LETTER]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()
