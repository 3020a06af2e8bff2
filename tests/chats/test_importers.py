"""Importers are asked one by one, and none that could say yes is passed over."""

import subprocess
import sys
from pathlib import Path

import pytest

from amends.chats.errors import ChatsError
from amends.chats.export import Export, open_export
from amends.chats.importers import Importer, importers, importers_for
from tests.chats.test_exports import CASES, made

LOADED = """
import sys
from pathlib import Path
from amends.chats import read
read([Path(sys.argv[1])])
print(*sorted(name.rpartition(".")[2] for name in sys.modules if ".importers." in name))
"""
CHAT = "14/03/2026, 21:05 - Alice: I am home\n14/03/2026, 21:06 - Bob: good\n" * 5


def says_yes(importer: Importer, export: Export) -> bool:
    try:
        return importer.identify(export)
    except ChatsError:
        return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_whoever_says_yes_to_an_export_is_asked(case: Path, tmp_path: Path) -> None:
    try:
        export = open_export(made(case, tmp_path))
    except ChatsError:
        pytest.skip("nobody is asked: there is nothing to open")

    asked = [*importers_for(export)]

    assert asked == [one for one in importers() if one in asked]
    assert {one.NAME for one in importers() if says_yes(one, export)} <= {one.NAME for one in asked}


def test_the_surest_come_first() -> None:
    names = [one.NAME for one in importers()]

    assert names.index("Telegram") < names.index("amends") < names.index("WhatsApp")


def test_a_chat_is_read_without_loading_the_importers_of_other_apps(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(CHAT, encoding="utf-8")

    run = subprocess.run(
        [sys.executable, "-c", LOADED, path], capture_output=True, text=True, check=True
    )

    assert "whatsapp" in run.stdout.split()
    assert {"telegram", "signal", "sms", "imessage", "discord"}.isdisjoint(run.stdout.split())
