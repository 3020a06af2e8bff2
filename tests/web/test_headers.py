"""What every response says to the browser, whatever it is a response to."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from amends.store import accounts
from amends.web.urls import page_names
from tests.web.conftest import Person
from tests.web.test_every_page import PRIVATE, SHOWN, path_of

STATIC = [
    "/static/amends/amends.css",
    "/static/amends/amends.js",
    "/static/amends/icon.svg",
    "/static/django_htmx/htmx-2.min.js",
]
NOWHERE = [
    "/nothing/here/",
    "/static/nothing.js",
    "/.git/config",
    "/admin/",
    "/static/",
    "/static/amends/",
    "/static/../web/settings.py",
    "/static/%2e%2e/settings.py",
]
ADDRESSES = ["/", "/help/", "/unlock/", *STATIC, *NOWHERE]


@pytest.mark.asvs("V3.4.3", "V3.4.4", "V3.4.5", "V3.4.6", "V3.7.1")
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_response_carries_the_whole_policy(address: str, alice: Person) -> None:
    said = alice.get(address)
    said.close()

    policy = said["Content-Security-Policy"]
    for part in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert f"{part} 'none'" in policy
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    assert said["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.asvs("V3.4.6")
def test_a_refusal_carries_it_too(visitor: Client) -> None:
    refused = [
        visitor.get("/help/", headers={"Host": "evil.example"}),
        visitor.post("/unlock/", headers={"Sec-Fetch-Site": "cross-site"}),
        visitor.put("/unlock/"),
    ]

    assert [said.status_code for said in refused] == [400, 403, 405]
    assert all("frame-ancestors 'none'" in said["Content-Security-Policy"] for said in refused)


@pytest.mark.asvs("V4.1.1")
@pytest.mark.parametrize("name", page_names())
def test_every_page_says_what_it_is_and_in_which_characters(name: str, alice: Person) -> None:
    said = alice.get(path_of(name, alice.ids))

    plain = said.headers.get("Content-Type", "") if said.content else "text/html; charset=utf-8"
    assert plain == "text/html; charset=utf-8"


@pytest.mark.asvs("V14.3.2", "V14.2.2")
@pytest.mark.parametrize("name", page_names())
def test_no_page_may_be_kept_by_a_browser(name: str, alice: Person) -> None:
    assert alice.get(path_of(name, alice.ids))["Cache-Control"] == "no-store"


@pytest.mark.asvs("V13.4.4")
@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT"])
def test_only_links_and_forms_are_answered(method: str, alice: Person) -> None:
    said = alice.client.generic(method, "/", "echo-7f3a", headers={"X-Echo": "echo-7f3a"})

    assert said.status_code == 405
    assert b"echo-7f3a" not in said.content


@pytest.mark.asvs("V13.4.1", "V13.4.3", "V13.4.5")
@pytest.mark.parametrize("address", NOWHERE)
def test_there_is_nothing_beside_the_pages(address: str, alice: Person) -> None:
    assert alice.get(address).status_code == 404


@pytest.mark.asvs("V13.4.2")
def test_nothing_is_set_up_for_debugging() -> None:
    assert not settings.DEBUG
    assert not any("debug" in app or "admin" in app for app in settings.INSTALLED_APPS)


@pytest.mark.asvs("V3.3.1", "V3.3.3")
def test_over_https_the_cookie_is_secure_and_it_names_no_domain(
    alice: Person, passphrase: str, visitor: Client
) -> None:
    visitor.post("/unlock/", {"passphrase": passphrase}, secure=True)

    morsel = visitor.cookies[settings.KEY_COOKIE]
    assert morsel.value
    assert morsel["secure"]
    assert (morsel["domain"], morsel["path"]) == ("", "/")


@pytest.mark.asvs("V3.2.1", "V5.3.2", "V5.4.1", "V5.4.2")
@pytest.mark.parametrize("page", ["/backup/", "/export/"])
def test_a_download_is_saved_under_a_name_of_ours(
    page: str, alice: Person, passphrase: str
) -> None:
    form = {
        "passphrase": passphrase,
        "plain": "yes",
        "name": "x\r\nSet-Cookie: a=b",
        "filename": "x",
    }

    said = alice.client.post(page, form)

    assert said["Content-Type"] in ("application/zip", "application/octet-stream")
    assert said["Content-Disposition"].startswith('attachment; filename="notes-20')
    assert said["Content-Disposition"].count('"') == 2


@pytest.mark.asvs("V3.5.3")
@pytest.mark.parametrize("name", PRIVATE)
def test_a_link_changes_nothing(name: str, alice: Person) -> None:
    before = kept(alice)

    alice.get(path_of(name, alice.ids))
    alice.get(path_of(name, alice.ids) + "?action=delete&sure=yes&plain=yes")

    assert kept(alice) == before
    assert accounts()


@pytest.mark.asvs("V15.3.7")
def test_what_stands_in_the_address_is_no_form(alice: Person) -> None:
    alice.client.post("/delete/?sure=yes", {})
    said = alice.client.post("/export/?plain=yes", {})

    assert accounts()
    assert "attachment" not in said.headers.get("Content-Disposition", "")


@pytest.mark.asvs("V7.4.4")
@pytest.mark.parametrize("name", SHOWN)
def test_every_private_page_can_be_locked(name: str, alice: Person) -> None:
    page = alice.client.get(path_of(name, alice.ids), follow=True).content.decode()

    assert 'action="/lock/"' in page


def kept(person: Person) -> list[Any]:
    """Return every sealed row of a person's account."""
    from amends.store.models import KeySlot, Record  # noqa: PLC0415 - needs Django set up

    return [*Record.objects.values_list(), *KeySlot.objects.values_list()]
