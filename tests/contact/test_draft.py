from dataclasses import replace

import pytest

from amends.contact import AlreadySent, Dismissed, Draft, dismiss, put_away, take_up, write
from tests.contact.scenes import DAY, HOUR, NOW, letter, slept_on


def test_every_version_is_kept() -> None:
    draft = write(write(Draft("apology"), "I lied.", NOW), "I lied to you.", NOW + HOUR)

    assert [one.text for one in draft.versions] == ["I lied.", "I lied to you."]
    assert (draft.text, draft.words, draft.begun) == ("I lied to you.", 4, NOW)


def test_the_same_text_is_no_new_version() -> None:
    draft = letter("school")

    assert write(draft, draft.text, NOW) == draft


def test_an_empty_draft_has_no_text() -> None:
    draft = Draft("message")

    assert (draft.text, draft.first_text, draft.words, draft.begun) == ("", "", 0, None)


def test_on_the_desk_a_change_starts_no_wait() -> None:
    assert write(letter(), "Something else.", NOW).put_away is None


@pytest.mark.parametrize("topic", [None, "school"])
def test_in_the_drawer_any_change_begins_the_wait_anew(topic: str | None) -> None:
    text = "Something else." if topic is None else letter().text
    draft = write(slept_on(), text, NOW, topic)

    assert (draft.put_away, draft.still_wanted, draft.reread_at) == (NOW, None, None)
    assert draft.urge == 8


def test_a_change_puts_it_back_into_the_drawer() -> None:
    out = replace(slept_on(), taken_out=NOW)

    assert not write(out, "Something else.", NOW).is_out


def test_the_first_text_is_the_one_that_was_put_away_first() -> None:
    at_night = put_away(write(letter(), "Answer me.", NOW), 9, NOW)
    by_day = put_away(write(at_night, "I am here.", NOW + DAY), 3, NOW + DAY)

    assert (by_day.first_text, by_day.text) == ("Answer me.", "I am here.")


def test_what_was_sent_stays_as_it_is() -> None:
    with pytest.raises(AlreadySent):
        write(replace(slept_on(), sent=NOW), "Something else.", NOW)


def test_a_mark_is_set_aside_once_with_its_latest_reason() -> None:
    draft = dismiss(dismiss(letter(), "if", "if you"), "if", "if you", "It is a real if.")

    assert draft.dismissed == (Dismissed("if", "if you", "It is a real if."),)


def test_a_mark_that_was_set_aside_can_be_taken_up_again() -> None:
    draft = dismiss(dismiss(letter(), "if", "if you"), "excuse", "I was tired")

    assert take_up(draft, "if", "if you").dismissed == (Dismissed("excuse", "I was tired"),)


def test_what_was_written_shows_in_no_repr() -> None:
    shown = repr(dismiss(letter("school"), "if", "canary-7f3a", "canary-7f3a"))

    assert not any(written in shown for written in ("I read it", "school", "canary-7f3a"))
