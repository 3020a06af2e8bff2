"""Every importer reads the exports that were made for it by hand, row by row.

`exports/<app>/<case>/` holds one export and `expected.json`: what should be read, or
`{"error": "NotText"}`. What git keeps badly is made while testing: `x.sql` becomes the database
`x.db`, a folder `x.zip` is packed. A case of one file is read as that file, otherwise as a folder.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from amends.chats import ChatsError, Conversation, read

EXPORTS = Path(__file__).parent / "exports"
CASES = sorted(one.parent for one in EXPORTS.glob("*/*/expected.json"))


def made(case: Path, folder: Path) -> Path:
    """Return the path of a case's export as a person would have it."""
    folder = folder / case.name
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected.json"))
    for script in folder.rglob("*.sql"):
        with closing(sqlite3.connect(script.with_suffix(".db"))) as database:
            database.executescript(script.read_text("utf-8"))
        script.unlink()
    for packed in [one for one in folder.rglob("*.zip") if one.is_dir()]:
        shutil.make_archive(str(packed.with_suffix("")) + ".made", "zip", packed)
        shutil.rmtree(packed)
        packed.with_suffix(".made.zip").rename(packed)
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_file() else folder


def shown(conversation: Conversation) -> dict[str, Any]:
    """Return what was read as `expected.json` holds it."""
    source = conversation.sources[0]
    rows = [
        [one.sent_at.isoformat(), one.sender, str(one.kind), one.text, one.reply_to]
        for one in conversation
    ]
    return {
        "people": list(conversation.people),
        "rows": rows,
        "date_order": source.order.name,
        "certainty": source.order.certainty,
        "zone": source.zone,
        "unread": len(source.unread),
    }


def outcome(path: Path) -> dict[str, Any]:
    """Return what was read, or the name of the error."""
    try:
        return shown(read([path]))
    except ChatsError as error:
        return {"error": type(error).__name__}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_an_export_is_read_as_expected(case: Path, tmp_path: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))

    assert outcome(made(case, tmp_path)) == expected
