"""What is written down opens the door only when it says so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amends.contact import Agreement, Contact, Draft, State
from amends.web.gate import standing
from tests.web.conftest import NOW, Person, person, settled, waited

LOG = {"by": "them", "channel": "message", "day": NOW.date().isoformat()}


def verdict_of(someone: Person) -> bool:
    return standing(someone.vault, timezone.now()).verdict.allowed


@pytest.mark.django_db
@pytest.mark.parametrize("why", ["had-to", "stop", "unclear"])
def test_words_that_say_stop_open_nothing(why: str) -> None:
    alice = settled(State.NO_REPLY)

    alice.post("/agreement/log/", **LOG, note="Stop writing to me.", why=why)

    assert len(alice.vault.all(Contact)) == 1
    assert not verdict_of(alice)


@pytest.mark.django_db
def test_words_that_they_wanted_to_write_do_open() -> None:
    alice = settled(State.NO_REPLY)

    alice.post("/agreement/log/", **LOG, note="I would like to hear from you.", why="wanted")

    assert verdict_of(alice)


@pytest.mark.django_db
def test_being_told_to_stop_leads_to_the_agreement() -> None:
    response = settled().post("/agreement/log/", **LOG, note="Leave me alone.", why="stop")

    assert response["Location"] == "/agreement/change/"


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["by", "why", "note"])
def test_a_line_that_says_too_little_is_not_written(missing: str) -> None:
    alice = settled()
    form = {**LOG, "note": "Thank you.", "why": "wanted", missing: ""}

    page = alice.post("/agreement/log/", **form).content.decode()

    assert not alice.vault.all(Contact)
    assert "problem" in page


@pytest.mark.asvs("V2.2.3")
@pytest.mark.django_db
def test_a_day_that_has_passed_begins_no_agreement() -> None:
    alice = person()
    asked = {
        "standing": "no-contact",
        "state": "chosen",
        "words": "Leave me be.",
        "until": "2020-01-01",
    }

    page = alice.post("/standing/", **asked, reopened_by="either").content.decode()

    assert not alice.vault.all(Agreement)
    assert "That day has passed" in page
    assert "Leave me be." in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("I miss you. Please come home.", False),
        ("The rent is due on Friday. Can you pay your half by then?", True),
    ],
)
def test_practical_means_practical(text: str, leaves: bool) -> None:
    alice = settled(State.LOGISTICS_ONLY, topics=("rent",))
    kept = alice.vault.put(waited(text, topic="rent"))

    alice.post(f"/write/{kept.id.hex()}/", action="take-out")

    assert bool(alice.vault.get(Draft, kept.id).record.taken_out) is leaves


@pytest.mark.django_db
def test_a_no_ends_only_with_words_said_to_me() -> None:
    alice = settled(State.SAID_NO)
    change = {"standing": "apart-talking", "state": "chosen", "words": "Let us talk."}

    refused = alice.post("/agreement/change/", **change).content.decode()
    alice.post("/agreement/change/", **change, they_said_it="on")
    agreement = alice.vault.all(Agreement)[-1].record

    assert "own words" in refused
    assert agreement.pending is not None
    assert agreement.pending_from is not None
    assert agreement.pending_from - timezone.now() > timedelta(days=29)
    assert not verdict_of(alice)
