"""An imported chat on its page: one's own side first, their words hidden until asked for."""

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils.html import escape

from amends.chats import Said, moment
from amends.chats.patterns import modules
from amends.contact import State
from amends.practice import load_habit_examples
from amends.store import (
    back_up_bytes,
    destroy,
    has_conversation,
    keep_found,
    load_conversation,
    restore_bytes,
)
from tests.chats.patterns.conftest import everyday, said
from tests.chats.patterns.test_planted import planted_rows
from tests.web.conftest import PASSPHRASE, Person, exported, settled
from tests.web.test_canary import everything_in
from tests.web.test_typed_text import ODD

CANARY = "canary-7f3a"
BURST = "\n".join(["A: are you there"] * 9 + [f"B: {CANARY}"])
OPEN_ORDER = "03/02/2026, 09:00 - Alice: Hello\n03/02/2026, 09:05 - Bob: Hi\n"
THREE = (
    "25/02/2026, 09:00 - Alice: Hello\n25/02/2026, 09:05 - Bob: Hi\n25/02/2026, 09:06 - Bobby: I\n"
)


ARGUMENT = """
A: you always forget the mortgage
B: and you never ring the estate agent
A: not true
B: forget it
"""


@cache
def planted(*, argued: bool = False, thanked: bool = False) -> str:
    """Return a chat in which Alice writes nine messages in a row again and again."""
    rows = everyday(120, 1)
    for day in range(3, 120, 4):
        rows += said(day, 4, BURST)
    for day in (9, 28, 51, 77, 110) if argued else ():
        rows += said(day, 2, ARGUMENT)
    for day in range(0, 120, 4) if thanked else ():
        rows += said(day, 15, "A: thank you\nB: sure")
    return "".join(
        f"[{moment(at):%d/%m/%Y, %H:%M:%S}] {('Alice', 'Bob')[who]}: {text}\n"
        for at, who, text in sorted(rows, key=lambda row: row[0])
    )


def bring_in(someone: Person, *files: str | bytes) -> Any:
    """Send files with the form; return the answer."""
    sent = [
        SimpleUploadedFile("chat.txt", one if isinstance(one, bytes) else one.encode())
        for one in files
    ]
    return someone.client.post("/chats/", {"action": "import", "exports": sent})


def page_of(someone: Person, path: str = "/chats/") -> str:
    return str(someone.get(path).content.decode())


def with_patterns(me: str = "Alice", *, argued: bool = False, thanked: bool = False) -> Person:
    someone = settled()
    bring_in(someone, planted(argued=argued, thanked=thanked))
    place = kept_by(someone).conversation.people.index(me)
    someone.post("/chats/", action="who", me=place)
    return someone


def kept_by(someone: Person) -> Any:
    return load_conversation(someone.vault)


@pytest.mark.django_db
def test_an_empty_page_says_what_will_be_here() -> None:
    page = page_of(settled())

    assert "Bring in a chat" in page
    assert 'type="file"' in page


@pytest.mark.django_db
def test_a_chat_is_kept_and_asks_which_name_is_mine() -> None:
    someone = settled()

    bring_in(someone, planted())

    assert len(kept_by(someone).conversation) > 1000
    assert "Which name is yours?" in page_of(someone)
    assert "What you do again and again" not in page_of(someone)


@pytest.mark.django_db
def test_my_side_comes_in_words_and_pictures_with_the_patterns_that_stand_out() -> None:
    page = page_of(with_patterns())

    assert "You wrote " in page
    assert "Your messages a week: usually about" in page
    assert "Several messages in a row" in page
    assert page.index("My side") < page.index("Their side")


@pytest.mark.django_db
def test_their_words_are_hidden_until_they_are_asked_for() -> None:
    someone = with_patterns()

    page = page_of(someone)

    assert "are you there" in page
    assert CANARY not in page


@pytest.mark.django_db
def test_their_words_are_shown_for_one_episode_alone() -> None:
    someone = with_patterns("Bob")
    place = next(
        place
        for place, one in enumerate(found_by(someone))
        if (one.name, one.side) == ("bursts", "theirs")
    )

    page = someone.post("/chats/", action="show", pattern=place, episode="1").content.decode()

    assert "are you there" not in page_of(someone)
    assert page.count("are you there") == 9


def found_by(someone: Person) -> Any:
    page_of(someone)
    return kept_by(someone).found


@pytest.mark.django_db
def test_a_pattern_has_all_its_episodes_on_a_page_of_its_own() -> None:
    someone = with_patterns()

    page = page_of(someone, "/chats/?pattern=0")

    assert page.count('class="episode"') == min(20, len(found_by(someone)[0].episodes))


@pytest.mark.parametrize("query", ["pattern=99", "pattern=x", "pattern=-1"])
@pytest.mark.django_db
def test_a_pattern_that_is_not_there_leads_back(query: str) -> None:
    assert with_patterns().get(f"/chats/?{query}")["Location"] == "/chats/"


@pytest.mark.django_db
def test_a_pattern_leads_to_its_exercise() -> None:
    assert 'href="/path/space/clinging-audit/"' in page_of(with_patterns())


LEADS = {module.NAME: Said.load("en").leads(module.NAME) for module in modules()}


@pytest.mark.parametrize("name", LEADS)
def test_every_pattern_leads_to_one_exercise_or_habit(name: str) -> None:
    sentence, exercise, habit = LEADS[name]

    assert sentence
    assert bool(exercise) != bool(habit)


@pytest.mark.parametrize("exercise", sorted({one for _, one, _ in LEADS.values() if one}))
@pytest.mark.django_db
def test_the_exercise_that_a_pattern_leads_to_is_there(exercise: str) -> None:
    assert settled().get(f"/path/{exercise}/").status_code == 200


@pytest.mark.parametrize("habit", sorted({one for _, _, one in LEADS.values() if one}))
@pytest.mark.django_db
def test_the_habit_that_a_pattern_leads_to_is_begun(habit: str) -> None:
    example = next(one for one in load_habit_examples("en") if one.id == habit)

    page = settled().post("/habits/new/", start=f"example:{habit}").content.decode()

    assert escape(example.cue) in page


@pytest.mark.django_db
def test_a_pattern_is_made_a_plan_with_one_button() -> None:
    someone = with_patterns(thanked=True)

    assert 'name="start" value="example:no-thanks"' in page_of(someone)


@pytest.mark.parametrize(("state", "is_told"), [(State.SAID_NO, False), (State.TOGETHER, True)])
@pytest.mark.django_db
def test_nothing_leads_to_contact_while_the_gate_is_closed(state: State, *, is_told: bool) -> None:
    someone = settled(state)
    rows = [
        f"{day:02}/0{month}/2026, 09:0{n} - {name}: text\n"
        for month in range(1, 8)
        for day in range(1, 29)
        for n, name in enumerate(("Alice", "Bob", "Alice", "Bob"))
    ]
    bring_in(someone, "".join(rows))
    someone.post("/chats/", action="who", me="0")

    page = page_of(someone)

    assert "Who writes first" in page
    assert ("leave some beginnings to them" in page) == is_told


@pytest.mark.django_db
def test_what_was_done_again_after_an_apology_is_looked_for_in_own_words() -> None:
    someone = with_patterns()
    found_by(someone)

    someone.post("/chats/", action="harms", harms="late again, so late\n\n")

    assert kept_by(someone).harms == ("late again, so late",)
    assert kept_by(someone).found is None
    assert "late again, so late</textarea>" in page_of(someone)


@pytest.mark.django_db
def test_a_topic_of_ones_own_is_looked_for_and_named() -> None:
    someone = with_patterns(argued=True)
    found_by(someone)

    someone.post("/chats/", action="harms", topics="the flat: mortgage, estate agent")

    assert kept_by(someone).topics == ("the flat: mortgage, estate agent",)
    assert "You argued about the flat" in page_of(someone)
    assert "the flat: mortgage, estate agent</textarea>" in page_of(someone)


@pytest.mark.django_db
def test_what_was_found_with_older_patterns_is_looked_for_anew() -> None:
    someone = with_patterns()
    page_of(someone)
    new = kept_by(someone)
    keep_found(someone.vault, (), "patterns of last year")

    page = page_of(someone)

    assert "Several messages in a row" in page
    assert kept_by(someone).found == new.found
    assert kept_by(someone).looked_with == new.looked_with


@pytest.mark.django_db
def test_what_was_found_with_these_patterns_is_not_looked_for_again() -> None:
    someone = with_patterns()
    page_of(someone)
    keep_found(someone.vault, (), kept_by(someone).looked_with)

    assert "Several messages in a row" not in page_of(someone)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.django_db
def test_any_words_can_be_looked_for(text: str) -> None:
    someone = with_patterns()

    someone.post("/chats/", action="harms", harms=text, topics=f"{text}: {text}")

    assert someone.get("/chats/").status_code == 200


@pytest.mark.django_db
def test_an_open_order_of_dates_is_asked_before_anything_is_told() -> None:
    someone = settled()
    bring_in(someone, OPEN_ORDER)
    someone.post("/chats/", action="who", me="0")
    before = page_of(someone)

    someone.post("/chats/", action="order", order="month")

    assert "The day comes first" in before
    assert "My side" not in before
    assert moment(kept_by(someone).conversation.messages.sent_at[0]).month == 3
    assert "My side" in page_of(someone)


@pytest.mark.django_db
def test_two_names_are_made_one_person() -> None:
    someone = settled()
    bring_in(someone, THREE)

    someone.post("/chats/", action="who", me="0", **{"same.2": "1"})

    assert list(kept_by(someone).conversation.people) == ["Alice", "Bob"]
    assert kept_by(someone).me == "Alice"


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_keeps_no_other_out() -> None:
    someone = settled()

    page = bring_in(someone, b"\x89PNG\r\n" + bytes(90), THREE).content.decode()

    assert "File 1:" in page
    assert "This is a picture or another kind of file" in page
    assert len(kept_by(someone).conversation) == 3


@pytest.mark.django_db
def test_a_zip_is_read_and_the_same_chat_again_adds_nothing() -> None:
    someone, packed = settled(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("WhatsApp Chat with Bob.txt", THREE)
    bring_in(someone, THREE)

    page = bring_in(someone, packed.getvalue()).content.decode()

    assert "Everything in it was there already." in page
    assert len(kept_by(someone).conversation) == 3


@pytest.mark.django_db
def test_lines_that_were_not_understood_are_counted_and_shown_when_asked_for() -> None:
    someone = settled()
    bring_in(someone, f"a line above\n{planted()}")
    before = page_of(someone)

    page = someone.post("/chats/", action="unread").content.decode()

    assert "Lines that were not understood: 1." in before
    assert "a line above" not in before
    assert "a line above" in page


@pytest.mark.django_db
def test_out_of_sight_nothing_is_shown_until_it_is_wanted_back() -> None:
    someone = with_patterns()
    someone.post("/chats/", action="hide")
    hidden = page_of(someone)

    someone.post("/chats/", action="unhide")

    assert "are you there" not in hidden
    assert someone.get("/chats/?pattern=0").status_code == 200
    assert "are you there" in page_of(someone)


@pytest.mark.django_db
def test_everything_is_deleted_in_one_action() -> None:
    someone = with_patterns()

    answer = someone.post("/chats/", action="delete")

    assert not has_conversation(someone.vault)
    assert "Everything from messages is deleted." in page_of(someone, answer["Location"])


@pytest.mark.django_db
def test_charlie_gets_nothing_of_it(charlie: Person) -> None:
    with_patterns()

    assert "Bring in a chat" in page_of(charlie)
    assert charlie.post("/chats/", action="show", pattern="0", episode="0").status_code == 302


@pytest.mark.django_db
def test_nothing_of_it_is_outside_the_vault() -> None:
    someone = settled()
    bring_in(someone, THREE.replace("Hi", CANARY).replace("Bobby", f"Bob {CANARY}"))
    someone.post("/chats/", action="who", me="0")
    page_of(someone)

    assert CANARY not in "".join(map(everything_in, connection.introspection.table_names()))


@pytest.mark.django_db
def test_no_export_has_it() -> None:
    someone = settled()
    bring_in(someone, THREE.replace("Hi", CANARY))
    page = page_of(someone, "/export/")

    answer = exported(someone, answers="yes")

    assert "Imported chats stay here" in page
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert not any(CANARY.encode() in archive.read(name) for name in archive.namelist())


@pytest.mark.django_db(transaction=True)
def test_a_backup_brings_it_back() -> None:
    someone = with_patterns()
    before = kept_by(someone)
    backup = back_up_bytes(someone.vault, PASSPHRASE)
    destroy(someone.vault.account)

    restore_bytes(backup, PASSPHRASE)

    assert kept_by(someone).conversation.messages == before.conversation.messages
    assert kept_by(someone).me == "Alice"


@pytest.mark.django_db
def test_nobody_is_scored_typed_or_explained() -> None:
    page = page_of(with_patterns()).lower()

    assert not [word for word in ("score", "toxic", "narciss", "compatib", "%") if word in page]


@pytest.mark.parametrize("action", ["who", "order", "harms", "show", "unread", "hide", "delete"])
@pytest.mark.django_db
def test_an_action_without_a_chat_does_no_harm(action: str) -> None:
    answer = settled().post("/chats/", action=action, me="9999999999", order="day", episode="x")

    assert answer.status_code == 302


@pytest.mark.django_db
def test_no_file_at_all_is_told() -> None:
    assert "Choose a file first." in bring_in(settled()).content.decode()


@pytest.mark.django_db
def test_among_three_names_nothing_is_told_of_them_until_two_are_one() -> None:
    someone = settled()
    bring_in(someone, planted().replace("Bob: canary", "Bobby: canary"))
    someone.post("/chats/", action="who", me="0")

    page = page_of(someone)

    assert "More than two people wrote here." in page
    assert "both of you" not in page
    assert "by them" not in page
    assert "Several messages in a row" not in page
    assert someone.get("/chats/?pattern=0")["Location"] == "/chats/"


@pytest.mark.django_db
def test_their_side_gives_no_advice_and_no_plan() -> None:
    page = page_of(with_patterns("Bob"))

    assert "They wrote four messages or more in a row" in page
    assert "put the phone down" not in page


@pytest.mark.django_db
def test_each_day_of_an_episode_is_named() -> None:
    someone = settled()
    lines = (
        f"[{moment(at):%d/%m/%Y, %H:%M:%S}] {('Alice', 'Bob')[who]}: {text}\n"
        for at, who, text in sorted(planted_rows(), key=lambda row: row[0])
    )
    bring_in(someone, "".join(lines))
    someone.post("/chats/", action="who", me=kept_by(someone).conversation.people.index("Alice"))

    someone.post("/chats/", action="harms", harms="late again")
    found = next(one for one in found_by(someone) if one.name == "sorry-again")
    sorry, again = (kept_by(someone).conversation[row].sent_at for row in found.episodes[-1])
    page = page_of(someone)

    assert sorry.date() < again.date()
    assert page.index(f"{sorry.day} {sorry:%B %Y}") < page.index(f"{again.day} {again:%B %Y}</li>")


@pytest.mark.django_db
def test_few_messages_say_that_they_are_few() -> None:
    someone = settled()
    bring_in(someone, THREE.replace("Bobby", "Bob"))
    someone.post("/chats/", action="who", me="0")

    page = page_of(someone)

    assert "in fewer than 200 messages" in page
    assert "3 messages, on 25 February 2026." in page


@pytest.mark.django_db
def test_what_is_no_export_leads_to_the_list_on_the_page() -> None:
    page = bring_in(settled(), "Dear diary\n").content.decode()

    assert "Below, under “How to get the file”" in page
    assert "Nothing of it is kept" in page
    assert "docs/" not in page
