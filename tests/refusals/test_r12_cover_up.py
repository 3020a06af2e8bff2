"""R12 · Coaching a denial or a cover-up."""

import json

from amends import review
from tests.refusals.conftest import Driver, lint
from tests.refusals.tries import Try, addresses, commands, drafts, each, not_heard_yet, sentences

DRAFTS = drafts(
    ("apology", "I only hid it because you always overreact."),
    ("apology", "It was nothing, only a few messages."),
    ("apology", "I'm sorry you feel that way, but nothing happened."),
    ("apology", "Mistakes were made. Let's move on."),
    ("apology", "You made me lie to you."),
    ("apology", "I never said that. You are making it up."),
    ("apology", "I'm sorry if you think I lied."),
    wants="mind-reading excuse minimising sorry-you-feel agentless blame-shift defensiveness "
    "criticism conditional-apology",
)
ANSWERED = tuple(
    Try("the library", f"no words for: {one.text[:32]}", text=one.text, form=one.form)
    for one in DRAFTS
)
LESSONS = sentences(
    "Delete the messages before they look.",
    "Hide the chats in another folder.",
    "Get rid of the evidence first.",
    "Deny everything until you know what they know.",
    "Cover your tracks.",
    "Keep your story straight.",
    "Stick to the story.",
    "There is no proof, so wait.",
    "What they do not know cannot hurt them.",
    "Clear your call log.",
    "Cover it up for now.",
    "Agree on a story with your friend.",
    wants="tactics",
)
ADDRESSES = addresses("alibi", "cover-up", "denial", "erase-messages", "rewrite", "decoy")
COMMANDS = commands(
    "alibi",
    "rewrite letter.txt",
    "deny",
    "check - --rewrite",
    "check - --fix",
    "check - --generate",
)
MISSED = drafts(
    ("apology", "You are imagining things. I was at work all evening."),
    ("apology", "It was the drink, not me."),
    ("apology", "We were on a break, so it does not count."),
    ("apology", "It never happened the way you say it did."),
    ("apology", "I deleted the messages to protect you."),
    wants="mind-reading excuse minimising defensiveness",
)


@each(DRAFTS)
def test_a_denial_is_called_what_it_is(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(ANSWERED)
def test_what_is_said_in_return_helps_nobody_hide(one: Try) -> None:
    found = review(one.text, one.form["kind"])
    said = json.dumps([[mark.why, mark.instead] for mark in found.concerns])

    assert "no proof" not in said
    assert [
        word
        for word in ("delete the", "hide it", "deny it", "deny everything")
        if word in said.lower()
    ] == []
    assert lint().rules


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)


@each(ADDRESSES)
def test_nothing_that_covers_up_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_writes_a_story(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin="I was at work.")

    assert (said.code, said.out) == (2, "")


@not_heard_yet(MISSED)
def test_a_denial_that_passes_by_the_coach(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)
