"""Whatever is typed stays text: on the page, in the database, in an export."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from amends.contact import Draft
from amends.store import accounts
from tests.web.conftest import Person

ODD = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }} {% now 'Y' %} {{ request.vault }}",
    "%(passphrase)s %s {0} {self.__class__} ${HOME}",
    "&lt;b&gt; %3Cb%3E &amp;amp; \\u003cb\\u003e",
    "'; DROP TABLE store_record; --",
    "' OR '1'='1",
    "[press here](javascript:alert(1)) **bold** <b>bold</b>",
    "(a+)+$ [[[ \\ * ? (?P<x>",
    "=HYPERLINK(1) @x +1",
    "../../etc/passwd\t%00",
]


def keep(alice: Person, text: str) -> str:
    """Keep a draft with this text; return its address."""
    path = f"/write/{alice.ids['draft_id']}/"
    alice.post(path, action="check", text=text)
    return path


@pytest.mark.asvs("V1.1.1", "V1.1.2", "V1.2.1", "V1.2.3", "V1.3.5", "V1.3.7")
@pytest.mark.parametrize("text", ODD)
def test_it_is_shown_as_it_was_typed(text: str, alice: Person) -> None:
    page = alice.get(keep(alice, text)).content.decode()

    assert escape(text) in page
    assert text not in page or escape(text) == text


@pytest.mark.asvs("V1.2.4", "V1.2.9", "V1.3.10")
@pytest.mark.parametrize("text", ODD)
def test_it_is_kept_as_it_was_typed(text: str, alice: Person) -> None:
    keep(alice, text)

    assert alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).record.text == text


@pytest.mark.asvs("V1.3.3", "V5.2.1")
def test_more_than_a_page_can_hold_is_refused_and_nothing_is_lost(alice: Person) -> None:
    keep(alice, "I read your letters.")

    said = alice.post(f"/write/{alice.ids['draft_id']}/", action="check", text="x" * (3 * 2**20))

    assert said.status_code == 413
    draft = alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).record
    assert draft.text == "I read your letters."


@pytest.mark.asvs("V15.3.3", "V8.2.3")
def test_a_form_sets_only_the_fields_that_it_has(alice: Person) -> None:
    forged = {"sent_at": "2026-01-01", "put_away_at": "2020-01-01", "still_wanted": "yes"}
    keep(alice, "I read your letters.")
    before = alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).record

    alice.post(
        f"/write/{alice.ids['draft_id']}/", action="check", text=before.text, kind="reply", **forged
    )

    assert alice.vault.get(Draft, bytes.fromhex(alice.ids["draft_id"])).record == before


@pytest.mark.asvs("V5.4.2")
def test_no_name_in_an_export_leads_out_of_its_folder(alice: Person, passphrase: str) -> None:
    keep(alice, "../../etc/passwd")

    said = alice.post("/export/", plain="yes", passphrase=passphrase)

    names = zipfile.ZipFile(io.BytesIO(said.content)).namelist()
    assert names
    assert not [name for name in names if "/" in name or "\\" in name or name.startswith(".")]


@pytest.mark.asvs("V5.2.2", "V5.2.3")
@pytest.mark.django_db
@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04" * 99, b"age-encryption.org/v1\n", b"\0" * 9999]
)
def test_a_file_that_is_no_backup_is_told_and_changes_nothing(
    content: bytes, visitor: Client
) -> None:
    file = SimpleUploadedFile("../../notes.age", content)

    said = visitor.post("/restore/", {"file": file, "passphrase": "seven quiet herons"})

    assert said.status_code == 200
    assert b'role="alert"' in said.content
    assert not accounts()
