"""What a page on another site, another port or another machine might try."""

import pytest
from django.conf import settings
from django.test import Client

from amends.store import accounts
from tests.web.conftest import Person


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.7", "amends"]
)
def test_a_foreign_host_is_refused(host: str, visitor: Client) -> None:
    response = visitor.get("/help/", headers={"Host": host})

    assert response.status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "[::1]:8642"])
def test_this_machine_answers_to_its_own_names(host: str, visitor: Client) -> None:
    assert visitor.get("/help/", headers={"Host": host}).status_code == 200


@pytest.mark.asvs("V3.5.1")
def test_a_form_without_its_token_is_refused(alice: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = alice.client.cookies

    response = strict.post("/delete/", {"sure": "yes"})

    assert response.status_code == 403
    assert accounts()


@pytest.mark.asvs("V3.5.1", "V3.5.4")
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_from_elsewhere_is_refused(site: str, alice: Person) -> None:
    response = alice.client.post("/delete/", {"sure": "yes"}, headers={"Sec-Fetch-Site": site})

    assert response.status_code == 403
    assert accounts()


@pytest.mark.asvs("V3.4.6")
def test_no_page_can_be_framed(alice: Person) -> None:
    response = alice.get("/")

    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.asvs("V3.4.3")
def test_nothing_is_loaded_from_elsewhere(alice: Person) -> None:
    policy = alice.get("/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "unsafe" not in policy


def test_the_browser_keeps_no_copy(alice: Person) -> None:
    assert alice.get("/write/")["Cache-Control"] == "no-store"


@pytest.mark.asvs("V7.2.4")
def test_unlocking_gives_a_new_session(alice: Person, passphrase: str, visitor: Client) -> None:
    before = alice.client.cookies[settings.KEY_COOKIE].value
    alice.post("/unlock/", passphrase=passphrase)

    after = alice.client.cookies[settings.KEY_COOKIE].value
    visitor.cookies[settings.KEY_COOKIE] = before

    assert after != before
    assert visitor.get("/").status_code == 302


@pytest.mark.asvs("V7.2.1")
@pytest.mark.parametrize("value", ["", "x", "a.b", "a." + "A" * 44, "é.ü", "." * 80])
def test_a_made_up_cookie_opens_nothing(value: str, alice: Person, visitor: Client) -> None:
    visitor.cookies[settings.KEY_COOKIE] = value

    assert visitor.get("/").status_code == 302


def test_a_cookie_of_another_instance_opens_nothing(alice: Person, visitor: Client) -> None:
    visitor.cookies["amends_00000000"] = alice.client.cookies[settings.KEY_COOKIE].value

    assert visitor.get("/").status_code == 302


@pytest.mark.asvs("V3.3.2", "V3.3.4")
def test_the_key_cookie_is_out_of_reach_for_scripts_and_other_sites(alice: Person) -> None:
    morsel = alice.client.cookies[settings.KEY_COOKIE]

    assert morsel["httponly"]
    assert morsel["samesite"] == "Strict"
    assert morsel["max-age"] == morsel["expires"] == ""


@pytest.mark.asvs("V1.2.2", "V3.7.2")
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_unlocking_leads_nowhere_else(
    target: str, alice: Person, passphrase: str, visitor: Client
) -> None:
    response = visitor.post("/unlock/", {"passphrase": passphrase, "next": target})

    assert response["Location"] == "/"


@pytest.mark.asvs("V6.3.1")
def test_many_wrong_passphrases_make_the_next_one_wait(passphrase: str, visitor: Client) -> None:
    for _ in range(6):
        last = visitor.post("/unlock/", {"passphrase": "wrong"})

    assert last.status_code == 403
    assert b"wait" in last.content.lower() or b"again in" in last.content.lower()
