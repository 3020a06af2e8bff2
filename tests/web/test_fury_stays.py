"""What was written in fury leaves by no way: export, brief, paper, draft, address, other pages."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amends.contact import Contact, Draft, State
from amends.journey import Answers
from amends.practice import Fury
from amends.store import Vault, export_bytes
from amends.web.brief import Chosen, paper_of, parts_of
from amends.web.urls import page_names
from tests.web.conftest import KEY, Person, exported, settled
from tests.web.test_every_page import path_of

NOW = datetime.now(UTC)
CANARY = "canary-fury-7f3a"
FURY = Fury(NOW, CANARY, "words", CANARY, CANARY, "justice", CANARY)
ACTIONS = [
    "take-out",
    "copy",
    "export",
    "print",
    "pdf",
    "sent",
    "check",
    "look",
    "put-away",
    "draft",
]
OTHERS = [name for name in page_names() if name not in ("fury_one", "lock", "leave", "awake")]
STYLES = Path("src/amends/web/static/web/amends.css")


@pytest.fixture(params=[State.TOGETHER, State.SAID_NO])
def someone(request: pytest.FixtureRequest, db: None) -> Person:
    person = settled(request.param)
    person.ids["fury_id"] = person.vault.put(FURY).id.hex()
    return person


def unzipped(content: bytes) -> str:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "".join(name + archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("form", [{}, {"answers": "yes"}, {"answers": "yes", "fury": "yes"}])
def test_no_export_of_the_browser_has_it(form: dict[str, str], someone: Person) -> None:
    text = unzipped(exported(someone, **form).content)

    assert CANARY not in text
    assert "fury" not in text
    assert "Left out: " in text


def test_not_even_an_export_that_leaves_nothing_out_has_it(someone: Person) -> None:
    text = unzipped(export_bytes(someone.vault, lambda _: False))

    assert "agreement" in text
    assert CANARY not in text
    assert "fury" not in text


def test_the_page_for_a_friend_cannot_have_it(someone: Person) -> None:
    parts = parts_of(someone.vault, NOW)
    every = Chosen(frozenset(line.key for part in parts for line in part.lines))

    page = someone.get("/help/brief/").content.decode()

    assert CANARY not in page
    assert CANARY not in str(paper_of(parts, every, someone.vault, NOW))


@pytest.mark.parametrize("page", ["fury", "fury_one"])
def test_it_does_not_print(page: str, someone: Person) -> None:
    shown = someone.get(path_of(page, someone.ids)).content.decode()
    rule = "@media print { main.unprinted > :not(.only-print) { display: none !important; } }"

    assert '<main id="main" tabindex="-1" class="unprinted">' in shown
    assert '<p class="only-print">This page does not print.' in shown
    assert rule in STYLES.read_text()


def test_it_cannot_be_marked_to_be_copied(someone: Person) -> None:
    path = path_of("fury_one", someone.ids)
    someone.post(path, action="close")

    page = someone.get(path).content.decode()

    assert page.count(CANARY) == page.count(f'<p class="said held">{CANARY}</p>') == 4
    assert "data-copyable" not in page
    assert "<textarea" not in page


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("is_post", [True, False])
def test_no_button_makes_anything_else_of_it(action: str, is_post: bool, someone: Person) -> None:
    path = path_of("fury_one", someone.ids)
    send = someone.client.post if is_post else someone.client.get

    answer = send(path, {"action": action, "wanted": "yes", "channel": "letter", "kind": "apology"})

    assert "Content-Disposition" not in answer.headers
    assert "data-copyable" not in answer.content.decode()
    assert not any(someone.vault.all(kind) for kind in (Draft, Contact, Answers))
    assert someone.vault.records(Fury) == [FURY]


@pytest.mark.parametrize("path", ["/write/{}/", "/path/entry/{}/"])
@pytest.mark.parametrize("action", ["take-out", "put-away", "keep", ""])
def test_no_other_page_opens_it_by_its_id(path: str, action: str, someone: Person) -> None:
    address = path.format(someone.ids["fury_id"])

    assert someone.get(address).status_code == 404
    assert someone.post(address, action=action, wanted="yes").status_code == 404
    assert someone.vault.records(Fury) == [FURY]


@pytest.mark.parametrize("kind", ["apology", "message", "goodbye", "conflict"])
def test_no_draft_is_begun_with_it(kind: str, someone: Person) -> None:
    answer = someone.post("/write/", kind=kind, fury=someone.ids["fury_id"], source="fury")
    path = answer.headers.get("Location", "/write/")

    assert CANARY not in someone.get(path).content.decode()
    assert CANARY not in str([one.text for one in someone.vault.records(Draft)])


@pytest.mark.parametrize("page", OTHERS)
def test_no_other_page_shows_a_word_of_it(page: str, alice: Person) -> None:
    alice.ids["fury_id"] = alice.vault.put(FURY).id.hex()

    shown = alice.client.get(path_of(page, alice.ids), follow=True)

    assert CANARY not in shown.content.decode()


def test_a_stranger_with_a_vault_of_their_own_finds_nothing(
    someone: Person, charlie: Person
) -> None:
    path = path_of("fury_one", someone.ids)

    assert charlie.get(path).status_code == 404
    assert charlie.post(path, action="delete").status_code == 404
    assert Vault.resume(someone.vault.account, KEY).records(Fury) == [FURY]
