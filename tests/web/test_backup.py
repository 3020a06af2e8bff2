"""A backup made in the browser comes back on a clean machine."""

import pytest

from amends.contact import Draft
from amends.store import Vault, restore_bytes
from tests.web.conftest import Person


def test_a_mistyped_passphrase_seals_nothing(alice: Person, passphrase: str) -> None:
    response = alice.post("/backup/", passphrase=passphrase + "x")

    assert "attachment" not in response.headers.get("Content-Disposition", "")
    assert b"does not open" in response.content


@pytest.mark.django_db(transaction=True)
def test_it_comes_back_from_the_file_alone(alice: Person, passphrase: str) -> None:
    sealed = alice.post("/backup/", passphrase=passphrase).content
    drafts = [kept.record for kept in alice.vault.all(Draft)]
    alice.vault.delete(bytes.fromhex(alice.ids["draft_id"]))
    alice.vault.delete_everything()

    account = restore_bytes(sealed, passphrase)

    assert [kept.record for kept in Vault.open(account.id, passphrase).all(Draft)] == drafts
