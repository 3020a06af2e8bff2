"""No page, export or forged form reaches a letter that can be copied out of a closed state."""

import io
import zipfile

import pytest

from amends.contact import Agreement, State
from tests.web.conftest import Person, exported, settled, waited

LETTER = "I lied to you about the money on Sunday. That was my choice."
CLOSED = [state for state in State if state not in {State.TOGETHER, State.OPEN}]
ACTIONS = ["take-out", "sent", "put-back", "reread", "check", "put-away"]
ACTIONS += ["look", "dismiss:1", "take-up:0"]


def with_letter(state: State) -> tuple[Person, str]:
    """Return someone in this state with a letter that has waited, and the letter's address."""
    someone = settled(state)
    kept = someone.vault.put(waited(LETTER))
    return someone, f"/write/{kept.id.hex()}/"


@pytest.mark.django_db
@pytest.mark.parametrize("state", CLOSED)
def test_a_closed_state_offers_nothing_to_copy(state: State) -> None:
    someone, path = with_letter(state)

    page = someone.get(path).content.decode()

    assert "data-copyable" not in page
    assert "Take it out" not in page


@pytest.mark.asvs("V2.2.2", "V2.3.1", "V15.3.3")
@pytest.mark.django_db
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", CLOSED)
def test_a_forged_form_opens_no_drawer(state: State, action: str) -> None:
    someone, path = with_letter(state)
    forged = {"wanted": "yes", "urge": "1", "text": LETTER, "channel": "letter", "topic": "school"}

    someone.post(path, action=action, **forged)
    page = someone.get(path).content.decode()

    assert "data-copyable" not in page
    assert "<textarea" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_a_look_at_a_letter_in_the_drawer_shows_nothing_of_it(state: State) -> None:
    someone, path = with_letter(state)

    answer = someone.post(path, action="look", text="Hello.")

    assert answer.status_code == 409
    assert answer.content == b""


@pytest.mark.django_db
@pytest.mark.parametrize("state", CLOSED)
def test_an_export_leaves_the_letter_in_the_drawer(state: State) -> None:
    someone, _ = with_letter(state)

    archive = zipfile.ZipFile(io.BytesIO(exported(someone).content))

    assert not any(LETTER.encode() in archive.read(name) for name in archive.namelist())
    assert archive.namelist()


@pytest.mark.django_db
def test_an_open_door_lets_one_letter_out() -> None:
    someone, path = with_letter(State.OPEN)

    someone.post(path, action="take-out")
    page = someone.get(path).content.decode()

    assert "data-copyable" in page
    assert LETTER in page


@pytest.mark.asvs("V2.3.2", "V2.3.4")
@pytest.mark.django_db
def test_i_sent_it_spends_the_budget() -> None:
    someone, path = with_letter(State.OPEN)
    someone.post(path, action="take-out")
    someone.post(path, action="sent", channel="letter")

    second = someone.vault.put(waited(LETTER, kind="reply"))
    page = someone.get(f"/write/{second.id.hex()}/").content.decode()

    assert "Take it out" not in page


@pytest.mark.django_db
def test_closing_the_door_takes_back_what_lay_outside() -> None:
    someone, path = with_letter(State.OPEN)
    someone.post(path, action="take-out")
    kept = someone.vault.all(Agreement)[-1]

    someone.post("/agreement/change/", standing="no-contact", state="chosen", words="Please stop.")
    page = someone.get(path).content.decode()

    assert someone.vault.all(Agreement)[-1].revision > kept.revision
    assert "data-copyable" not in page
    assert "Please stop." in page
