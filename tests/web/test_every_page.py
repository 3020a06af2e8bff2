"""What every page in the folder is held to, without being asked."""

import re
from importlib import import_module

import pytest
from django.test import Client

from amends.web.urls import page_names
from tests.web.conftest import Person

PARTS = {
    "phase": "own",
    "name": "incident",
    "part": "1",
    "instrument": "phq-9",
    "scene": "a-no",
    "calm": "five-senses",
}
ANSWERS_WITHOUT_A_PAGE = {"awake"}
SPACE = {"ours", "pass_on"}
BEFORE_AN_ACCOUNT = {"welcome", "welcome_device", "welcome_passphrase", "restore"}


def path_of(name: str, ids: dict[str, str]) -> str:
    """Return the address of a page, its parts filled in."""
    path = import_module(f"amends.web.pages.{name}.page").PATH
    return "/" + re.sub(r"<\w+:(\w+)>", lambda part: (PARTS | ids)[part[1]], path)


def is_open(name: str) -> bool:
    return bool(getattr(import_module(f"amends.web.pages.{name}.page"), "OPEN", False))


def is_for_two(name: str) -> bool:
    """Say whether a page is closed while two are apart, as Alice is."""
    page = import_module(f"amends.web.pages.{name}.page")
    return hasattr(page, "TOOL") or name in SPACE


PRIVATE = [name for name in page_names() if not is_open(name)]
SHOWN = [name for name in PRIVATE if name not in ANSWERS_WITHOUT_A_PAGE]
WITH_IDS = [n for n in PRIVATE if "_id>" in import_module(f"amends.web.pages.{n}.page").PATH]


@pytest.mark.parametrize("name", SHOWN)
def test_it_opens_for_alice(name: str, alice: Person) -> None:
    response = alice.client.get(path_of(name, alice.ids), follow=True)

    assert response.status_code == (403 if is_for_two(name) else 200)


@pytest.mark.parametrize("name", PRIVATE)
def test_it_sends_a_visitor_to_unlock(name: str, alice: Person, visitor: Client) -> None:
    response = visitor.get(path_of(name, alice.ids))

    assert response.status_code == 302
    assert response["Location"].startswith("/unlock/")


@pytest.mark.parametrize("name", WITH_IDS)
def test_charlie_finds_nothing_of_alice(name: str, alice: Person, charlie: Person) -> None:
    closed = 403 if is_for_two(name) else 404  # Charlie is apart, too
    assert charlie.get(path_of(name, alice.ids)).status_code == closed


@pytest.mark.parametrize("name", SHOWN)
def test_it_has_a_title_and_one_heading(name: str, alice: Person) -> None:
    page = alice.client.get(path_of(name, alice.ids), follow=True).content.decode()

    assert re.search(r"<title>\S.* · amends</title>", page)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_inline(name: str, alice: Person) -> None:
    page = alice.client.get(path_of(name, alice.ids), follow=True).content.decode()

    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|<style", page)


@pytest.mark.parametrize("name", sorted({*page_names()} - ANSWERS_WITHOUT_A_PAGE - {"away"}))
def test_quick_exit_is_there(name: str, alice: Person) -> None:
    page = alice.client.get(path_of(name, alice.ids), follow=True).content.decode()

    assert "data-quick-exit" in page or "<title>New tab</title>" in page


@pytest.mark.parametrize("name", sorted(BEFORE_AN_ACCOUNT))
@pytest.mark.django_db
def test_a_first_page_opens_on_an_empty_folder(name: str, visitor: Client) -> None:
    response = visitor.get(path_of(name, {}))

    assert response.status_code == 200
    assert b"<h1>" in response.content
