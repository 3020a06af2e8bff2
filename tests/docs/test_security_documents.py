"""What the documents promise is what the program does: the same numbers, links that lead there."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from docs.who_sees_what import FILES, VIEWERS, pages, who_sees_what

from amends.contact import waits
from amends.journey import TYPES
from amends.store import IDLE_MINUTES, attempts, sessions, slots, uses
from amends.vault import FLOOR
from amends.web import passphrase, serve

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = [
    ROOT / "SECURITY.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("threats", "who-sees-what", "asvs")),
]
MIB = 2**20


THREATS, GATE, VAULT = "docs/threats.md", "docs/gate.md", "docs/vault.md"


def read(name: str) -> str:
    """Return a document as one line of words."""
    return " ".join((ROOT / name).read_text(encoding="utf-8").split())


def missing(document: str, *promises: str) -> list[str]:
    text = read(document)
    return [promise for promise in promises if promise not in text]


@pytest.mark.asvs("V2.1.1", "V2.1.2")
def test_what_each_kind_of_field_takes_is_written_down() -> None:
    assert missing("docs/writing.md", *(f"`{name}`" for name in TYPES)) == []
    assert missing("docs/writing.md", "min_rows", "required") == []


@pytest.mark.asvs("V2.1.3")
def test_the_limits_of_the_gate_are_written_down_as_they_are() -> None:
    hours = waits.LOOSER // timedelta(hours=1)
    spelled = {waits.REOPENING: "thirty days", waits.BUDGET: "fourteen days"}

    assert missing(GATE, f"{hours} hours", *spelled.values()) == []
    assert (waits.REOPENING.days, waits.BUDGET.days) == (30, 14)


@pytest.mark.asvs("V5.1.1")
def test_the_files_that_come_in_are_written_down_with_their_size() -> None:
    size = f"at most {serve.LONGEST_REQUEST // MIB} MiB"
    form = f"Forms take at most {settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MIB} MiB"

    assert missing(THREATS, size, form, "(`.age`)", "a bad one is told") == []


@pytest.mark.asvs("V6.1.1", "V6.1.3")
def test_every_way_in_is_written_down_with_its_waits() -> None:
    first = f"first {attempts.FIRST.seconds} seconds"
    longest = f"up to {attempts.LONGEST.seconds // 60} minutes"

    assert attempts.FREE == 4
    assert missing(THREATS, "Four wrong tries are free", first, longest, "no fourth") == []


@pytest.mark.asvs("V6.1.2")
def test_the_words_that_make_no_passphrase_stronger_are_written_down() -> None:
    assert passphrase.SHORTEST == 8
    assert missing(THREATS, *(f"*{word}*" for word in passphrase.OF_OURS)) == []
    assert missing(THREATS, "Eight characters or more", "names that you wrote down") == []


@pytest.mark.asvs("V7.1.1", "V7.1.2")
def test_it_is_written_down_when_a_session_ends_and_how_many_there_may_be() -> None:
    idle = f"after {IDLE_MINUTES} idle minutes (you may choose up to {sessions.LONGEST_IDLE})"
    age = f"after {sessions.LONGEST // timedelta(hours=1)} hours of use"

    assert missing(THREATS, idle, age, "any number of sessions at once") == []


@pytest.mark.asvs("V8.1.1", "V8.1.2")
def test_it_is_written_down_who_may_open_what() -> None:
    table = who_sees_what()

    assert " ".join(table.split()) in read("docs/who-sees-what.md")
    assert all(f"| `{page.address}` |" in table for page in pages())
    assert all(name in table for name in (*FILES, *VIEWERS))


@pytest.mark.asvs("V11.1.1", "V11.1.2")
def test_keys_algorithms_and_costs_are_written_down() -> None:
    floor = f"{FLOOR.memory_kib // 1024} MiB, {FLOOR.passes} passes, {FLOOR.lanes} lanes"

    assert missing(VAULT, f"Floor: {floor}", "XChaCha20-Poly1305", "HKDF-SHA256", "RFC 5649") == []
    assert missing(VAULT, "`records`", "`index`", "`blobs`", "`export`", "`commitment`") == []


@pytest.mark.asvs("V13.1.1")
def test_whom_amends_speaks_to_is_written_down() -> None:
    assert missing(THREATS, f"answers on {serve.HOST} and calls nobody", "`DATABASE_URL`") == []


@pytest.mark.asvs("V14.1.1", "V14.1.2")
def test_what_is_sensitive_is_written_down_with_how_it_is_kept() -> None:
    kinds = (
        "| what you wrote, chose or answered",
        "| passphrase, recovery code, keys",
        "| letters",
    )

    assert missing(THREATS, *kinds, "| secret |", "| visible |", "| public |") == []


@pytest.mark.asvs("V15.1.1")
def test_it_is_written_down_how_soon_a_bad_library_goes() -> None:
    assert missing("SECURITY.md", "within 7 days", "within 30 days", "--require-hashes") == []


@pytest.mark.asvs("V15.1.3", "V15.2.2")
def test_what_is_slow_is_written_down_with_its_limit() -> None:
    at_once = slots.GUESSES._initial_value  # type: ignore[attr-defined]  # noqa: SLF001 - its only sign

    assert missing(THREATS, f"at most {at_once} run at a time") == []
    assert serve.THREADS == 4
    assert missing(THREATS, "Four requests are answered at once") == []


@pytest.mark.asvs("V16.1.1")
def test_what_is_logged_is_written_down() -> None:
    kept = f"The last {uses.REMEMBERED} uses are kept inside the vault"

    assert missing(THREATS, "the time in UTC", "Nothing is written to a file", kept) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_what_is_there(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))

    assert targets
    assert [one for one in targets if not (path.parent / one).exists()] == []


def test_every_kind_of_attacker_is_named() -> None:
    named = ["phone", "admin account", "old backup", "same server", "runs the server", "Malware"]

    assert missing(THREATS, *named, "thief", "curious guest", "legal demand", "update") == []
