"""An imported chat on its page: one's own side first, their words hidden until asked for."""

import io
import zipfile

import pytest
from django.db import connection

from amends.chats import moment
from amends.store import (
    back_up_bytes,
    destroy,
    has_conversation,
    restore_bytes,
)
from tests.web.chats_brought_in import (
    CANARY,
    THREE,
    bring_in,
    kept_by,
    page_of,
    planted,
    with_patterns,
)
from tests.web.conftest import PASSPHRASE, Person, exported, settled
from tests.web.test_canary import everything_in

OPEN_ORDER = "03/02/2026, 09:00 - Alice: Hello\n03/02/2026, 09:05 - Bob: Hi\n"


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
def test_what_is_no_export_leads_to_the_list_on_the_page() -> None:
    page = bring_in(settled(), "Dear diary\n").content.decode()

    assert "Below, under “How to get the file”" in page
    assert "Nothing of it is kept" in page
    assert "docs/" not in page
