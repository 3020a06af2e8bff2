"""The page of a draft: marks, what was set aside, how it lands, what an apology has."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from amends.coach import Rules
from amends.contact import Contact, Draft, State, write
from amends.web.content import reviewed, words
from tests.web.conftest import NOW, Person, settled, waited

TEXT = "I'm sorry I read your letters, but you hid them."
KEY = 'data-key="but-apology"'
MARK = {"label.1": "but-apology", "quote.1": "but you hid them", "reason.1": "It is true."}


def begun(someone: Person, kind: str = "apology") -> str:
    """Begin a draft; return its address."""
    return str(someone.post("/write/", kind=kind)["Location"])


def kept(someone: Person) -> Draft:
    return someone.vault.all(Draft)[-1].record


def look(someone: Person, path: str, text: str = TEXT, **form: Any) -> str:
    """Return what a pause in typing is answered with, as it reads."""
    return unescape(someone.post(path, action="look", text=text, **form).content.decode())


def parts_of(page: str) -> list[tuple[str, str]]:
    """Return each part of an apology with the word beside it."""
    return re.findall(r"<strong>(.*?)</strong> <span class=\"family\">(.*?)<", page)


def plain(page: str) -> str:
    """Return a page without its tags, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.fixture
def someone(db: None) -> Person:
    return settled(State.OPEN)


@pytest.fixture
def path(someone: Person) -> str:
    return begun(someone)


def test_a_pause_in_typing_is_answered_with_marks(someone: Person, path: str) -> None:
    answer = look(someone, path)

    assert re.search("<q>but you hid them.?</q>", answer)
    assert KEY in answer
    assert re.search("places? to look at", plain(answer))
    assert "<html" not in answer


def test_another_language_is_told_before_anything_else(someone: Person, path: str) -> None:
    page = plain(look(someone, path, "Es tut mir leid, dass ich am Sonntag so laut war."))

    assert "do not look like English" in page
    assert "do not look like English" not in plain(look(someone, path))


def test_a_look_keeps_nothing(someone: Person, path: str) -> None:
    before = someone.vault.all(Draft)

    look(someone, path, heard="yes", shape="text")

    assert someone.vault.all(Draft) == before


def test_a_look_never_sends_the_words_back_as_something_to_type_in(
    someone: Person, path: str
) -> None:
    assert 'name="text"' not in look(someone, path)


def test_a_look_needs_the_token_of_the_form(someone: Person, path: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = someone.client.cookies

    assert strict.post(path, {"action": "look", "text": TEXT}).status_code == 403


def test_a_look_while_locked_shows_no_marks(path: str, visitor: Client) -> None:
    answer = visitor.post(path, {"action": "look", "text": TEXT})

    assert answer.status_code == 401
    assert b'id="under"' not in answer.content


def test_charlie_cannot_look_through_the_draft_of_another(path: str) -> None:
    assert settled().post(path, action="look", text=TEXT).status_code == 404


def test_the_button_does_the_same_and_keeps_the_draft(someone: Person, path: str) -> None:
    someone.post(path, action="check", text=TEXT)

    page = unescape(someone.get(path).content.decode())

    assert kept(someone).text == TEXT
    assert re.search("<q>but you hid them.?</q>", page)
    assert KEY in page


@pytest.mark.parametrize(("state", "is_held"), [(State.SAID_NO, True), (State.OPEN, False)])
@pytest.mark.django_db
def test_the_marked_copy_cannot_be_selected_while_the_gate_is_closed(
    state: State, is_held: bool
) -> None:
    someone = settled(state)
    path = begun(someone)
    someone.post(path, action="check", text=TEXT)

    page = someone.get(path).content.decode()

    assert ('class="draft-text copy held"' in page) is is_held


def test_a_mark_says_its_family_in_a_word(someone: Person, path: str) -> None:
    assert '<span class="family">Ownership</span>' in look(someone, path)


def test_every_family_has_its_word() -> None:
    families = {rule.file.family for rule in Rules.load("en").rules} - {"strengths"}

    assert families <= words("draft")["family"].keys()


def test_a_mark_is_set_aside_with_its_reason(someone: Person, path: str) -> None:
    someone.post(path, action="dismiss:1", text=TEXT, **MARK)

    page = unescape(someone.get(path).content.decode())

    assert kept(someone).dismissed[0].reason == "It is true."
    assert kept(someone).text == TEXT
    assert "Set aside: one mark" in page
    assert KEY not in page


DYING = "If you leave I will kill myself."
STOP = {"label.1": "self-harm", "quote.1": DYING, "reason.1": ""}


def test_danger_is_set_aside_only_with_a_reason(someone: Person, path: str) -> None:
    [quote] = (c.quote for c in reviewed(DYING, "apology").concerns if c.label == "self-harm")
    mark = {**STOP, "quote.1": quote}

    page = unescape(someone.post(path, action="dismiss:1", text=DYING, **mark).content.decode())

    assert kept(someone).dismissed == ()
    assert '<details class="aside" open>' in page
    assert "A mark about danger is set aside only with a reason." in page
    assert page.count('role="alert"') == 1
    assert DYING in page


def test_danger_that_was_set_aside_stays_in_sight(someone: Person, path: str) -> None:
    for label in ("self-harm", "threat", "guilt-trip", "ultimatum"):
        mark = {**STOP, "label.1": label, "reason.1": "It is a song."}
        someone.post(path, action="dismiss:1", text=DYING, **mark)

    page = unescape(someone.get(path).content.decode())

    assert '<details class="quiet-list" open><summary>Set aside:' in page
    assert "Your reason: It is a song." in page
    assert "Find someone to talk to now" in page
    assert "It may go" not in page
    assert "Nothing takes it back" not in page


def test_the_count_of_marks_leads_to_the_first_and_says_where_help_is(
    someone: Person, path: str
) -> None:
    answer = look(someone, path, DYING)
    said = answer[answer.index('<p id="said"') :]
    place = re.search(r'href="#(c\d+)"', said)

    assert place
    assert f'id="{place[1]}" data-key="self-harm"' in answer
    assert "Help is below the text." in said[: said.index("</p>")]


OWNED = "I lied to you on Sunday. It was my choice."


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("apology", "Nothing takes it back that the coach can hear."),
        ("conflict", "Nothing presses or attacks that the coach can hear."),
    ],
)
def test_no_mark_is_no_certificate(kind: str, told: str, someone: Person) -> None:
    answer = look(someone, begun(someone, kind), OWNED)

    assert answer.count(told) == 2
    assert re.search(r"(thing carries|things carry)\.", answer)
    assert "No mark" not in answer
    assert "heard nothing" not in answer


def test_what_carries_is_said_in_the_copy_too(someone: Person, path: str) -> None:
    someone.post(path, action="check", text=OWNED)

    page = someone.get(path).content.decode()

    assert '<mark class="strength"><span class="unseen">This carries: </span>' in page


def test_no_reason_is_needed(someone: Person, path: str) -> None:
    someone.post(path, action="dismiss:1", text=TEXT, **{**MARK, "reason.1": ""})

    assert kept(someone).dismissed[0].label == "but-apology"


def test_it_stays_aside_after_an_edit_that_leaves_its_words(someone: Person, path: str) -> None:
    someone.post(path, action="dismiss:1", text=TEXT, **MARK)

    answer = look(someone, path, "Bob, " + TEXT + " That was on Sunday.")

    assert KEY not in answer


def test_it_is_taken_up_again(someone: Person, path: str) -> None:
    someone.post(path, action="dismiss:1", text=TEXT, **MARK)

    someone.post(path, action="take-up:0", text=TEXT)

    assert kept(someone).dismissed == ()
    assert KEY in look(someone, path)


@pytest.mark.parametrize("number", ["7", "", "x", "-1", "²"])
def test_a_made_up_number_takes_nothing_up(number: str, someone: Person, path: str) -> None:
    someone.post(path, action="dismiss:1", text=TEXT, **MARK)

    someone.post(path, action=f"take-up:{number}", text=TEXT)

    assert len(kept(someone).dismissed) == 1


def test_danger_is_answered_with_help_at_once(someone: Person, path: str) -> None:
    answer = look(someone, path, "If you leave I will kill myself.")

    assert "Find someone to talk to now" in plain(answer)


def test_it_says_how_it_lands(someone: Person, path: str) -> None:
    answer = plain(look(someone, path, "I read your letters. Can you ever forgive me?"))

    assert "It asks one question." in answer
    assert "If they did nothing, something would stay open between you." in answer
    assert "/10" not in answer


@pytest.mark.parametrize(
    ("hour", "told"), [(2, "in the night"), (6, "before the day has begun"), (15, "")]
)
def test_it_says_the_hour_only_when_it_is_an_odd_one(
    hour: int, told: str, someone: Person, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "amends.web.pages.draft.reading.timezone.localtime",
        lambda *_: datetime(2026, 3, 1, hour, 14, tzinfo=UTC),
    )

    answer = plain(look(someone, path))

    assert ("it would arrive at" in answer) is bool(told)
    assert told in answer


def test_it_counts_what_went_between_the_two_in_a_month(someone: Person, path: str) -> None:
    now = datetime.now(UTC)
    for days, by in [(2, "me"), (9, "me"), (5, "them"), (45, "me")]:
        someone.vault.put(Contact(now - timedelta(days=days), by, "message"))  # type: ignore[arg-type]

    answer = plain(look(someone, path))

    assert "2 messages or other contacts from you, one from them." in answer


@pytest.mark.parametrize(
    ("state", "text", "told"),
    [
        (State.SPACE, TEXT, "Not now."),
        (State.OPEN, TEXT, "Hold it."),
        (State.OPEN, "I read your letters.", "Hold it until tomorrow."),
    ],
)
def test_it_says_whether_to_hold_it(state: State, text: str, told: str, db: None) -> None:
    someone = settled(state)

    assert told in plain(look(someone, begun(someone), text))


def test_the_six_parts_stand_in_the_order_of_their_weight(someone: Person, path: str) -> None:
    parts = parts_of(look(someone, path))

    assert [name for name, _ in parts][:2] == ["That it was yours", "What you put right"]
    assert ("That you are sorry", "there") in parts
    assert ("What you put right", "not yet") in parts


def test_the_parts_agree_with_the_weights_of_the_rules() -> None:
    weights = {rule.file.label: rule.file.weight for rule in Rules.load("en").rules}
    six = [weights[part["labels"][0]] for part in words("draft")["part"]]

    assert len(six) == 6
    assert six[:2] == sorted(weights.values(), reverse=True)[:2]


def test_what_has_changed_already_shows_the_part_about_what_changes(
    someone: Person, path: str
) -> None:
    text = "I'm sorry I lied to you. I've been to four sessions with a counsellor."

    answer = look(someone, path, text)

    assert "evidence-of-change" in {one.label for one in reviewed(text, "apology").strengths}
    assert ("What you do differently", "there") in parts_of(answer)


def test_a_part_that_may_stay_out_is_not_asked_for(someone: Person, path: str) -> None:
    parts = dict(parts_of(look(someone, path, "I lied.")))

    assert parts["How it came about"] == "may stay out"
    assert parts["Asking to be forgiven"] == "may stay out"
    assert parts["What you put right"] == "not yet"


@pytest.mark.parametrize("kind", ["message", "reply", "conflict", "goodbye"])
def test_only_an_apology_has_parts(kind: str, someone: Person) -> None:
    answer = look(someone, begun(someone, kind))

    assert "That it was yours" not in answer


@pytest.mark.parametrize(
    ("shape", "count", "told"),
    [
        ("text", 60, "60 words, of 60 at most."),
        ("text", 61, "That is one word too many for a short text."),
        ("letter", 400, "400 words, of 400 at most."),
        ("letter", 412, "That is 12 words too many for a letter."),
        ("spoken", 225, "Said aloud it takes about 90 seconds, of 90 at most."),
        ("spoken", 250, "That is about 10 seconds longer than anyone can listen well."),
        ("made-up", 61, "61 words, of 400 at most."),
    ],
)
def test_each_form_of_an_apology_keeps_its_length(
    shape: str, count: int, told: str, someone: Person, path: str
) -> None:
    answer = plain(look(someone, path, "word " * count, shape=shape))

    assert told in answer
    assert ("too many" in answer or "longer" in answer) is ("That is" in told)


def test_what_was_ticked_is_kept_with_the_draft(someone: Person, path: str) -> None:
    someone.post(path, action="check", text=TEXT, heard="yes", said_no="yes", shape="spoken")

    draft = kept(someone)

    assert (draft.heard, draft.said_no, draft.form) == (True, True, "spoken")


def test_readiness_asks_whether_they_were_heard(someone: Person, path: str) -> None:
    assert "listen first" in plain(look(someone, path))
    assert "listen first" not in plain(look(someone, path, heard="yes"))


def test_a_no_that_was_ticked_leads_to_the_agreement(someone: Person, path: str) -> None:
    assert "/agreement/change/" in look(someone, path, said_no="yes")


@pytest.mark.django_db
def test_a_no_that_was_written_down_is_quoted_and_not_asked_again() -> None:
    someone = settled(State.SAID_NO)
    path = begun(someone)

    page = unescape(someone.get(path).content.decode())

    assert "This one stays unsent" in page
    assert 'name="said_no"' not in page


@pytest.mark.parametrize(
    ("state", "is_asked"),
    [
        (State.SPACE, False),
        (State.LOGISTICS_ONLY, False),
        (State.OPEN, True),
        (State.UNKNOWN, True),
    ],
)
@pytest.mark.django_db
def test_what_the_agreement_says_is_not_asked(state: State, is_asked: bool) -> None:
    someone = settled(state)

    page = someone.get(begun(someone)).content.decode()

    assert ("They asked me not to contact them." in page) is is_asked


def test_what_stands_is_kept_when_the_tab_goes_out_of_sight(someone: Person, path: str) -> None:
    first = someone.post(path, action="hold", text=OWNED, revision="1")
    second = someone.post(path, action="hold", text=TEXT, revision=first["Revision"])

    assert (first.status_code, first.content, second.status_code) == (204, b"", 204)
    assert kept(someone).text == TEXT


def test_an_older_tab_overwrites_nothing_when_it_goes_out_of_sight(
    someone: Person, path: str
) -> None:
    someone.post(path, action="hold", text=TEXT, revision="1")

    late = someone.post(path, action="hold", text="Old.", revision="1")

    assert late.status_code != 204
    assert kept(someone).text == TEXT


def test_what_lies_in_the_drawer_is_not_written_over(someone: Person, path: str) -> None:
    someone.post(path, action="put-away", text=TEXT)

    assert someone.post(path, action="hold", text="Other.").status_code == 409
    assert kept(someone).text == TEXT


def test_the_page_makes_no_excuse_for_what_it_does_not_hear(someone: Person, path: str) -> None:
    someone.post(path, action="check", text=TEXT)

    assert "does not hear yet" not in someone.get(path).content.decode()


def test_a_look_at_a_message_about_practical_things_sees_what_is_personal(db: None) -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("school",))
    path = begun(someone, "message")

    practical = look(someone, path, "School pick-up is at four on Monday.", topic="school")
    personal = look(
        someone, path, "School pick-up is at four. I love you and miss you.", topic="school"
    )

    assert "It may go." in practical
    assert "There is more than practical matters" in personal
    assert "<q>I love you and miss you.</q>" in personal
    assert "holds it" not in practical


def test_in_the_drawer_the_sentence_that_holds_it_is_named(db: None) -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("rent",))
    held = waited("The rent is 400. Your eyes were so blue.", kind="message", topic="rent")

    page = unescape(someone.get(f"/write/{someone.vault.put(held).id.hex()}/").content.decode())

    assert "<li><q>Your eyes were so blue.</q></li>" in page


@pytest.mark.parametrize(
    ("topic", "headed"), [("rent", "A message about: rent"), ("", "A practical message")]
)
def test_a_practical_message_is_headed_by_its_topic(topic: str, headed: str, db: None) -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("rent",))
    draft = write(Draft(kind="message", topic=topic), "Paid.", NOW, topic)
    address = f"/write/{someone.vault.put(draft).id.hex()}/"

    page = someone.get(address).content.decode()
    listed = someone.get("/write/").content.decode()

    assert f"<h1>{headed}</h1>" in page
    assert headed in listed
    assert "A first, measured message" not in page + listed


def test_the_title_of_a_practical_message_holds_no_topic(db: None) -> None:
    someone = settled(State.LOGISTICS_ONLY, topics=("rent",))
    draft = someone.vault.put(Draft(kind="message", topic="rent"))

    page = someone.get(f"/write/{draft.id.hex()}/").content.decode()

    assert "<title>A draft" in page
