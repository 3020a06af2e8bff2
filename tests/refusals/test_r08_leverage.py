"""R8 · Ultimatums, and self-harm, children, money or intimate pictures as leverage."""

import json

from tests.refusals.conftest import Driver
from tests.refusals.tries import CLOSED, Try, drafts, each, not_heard_yet

DRAFTS = (
    *drafts(
        ("message", "If you don't come back by Friday, I will tell your parents everything."),
        ("message", "Answer me tonight or it is over for good."),
        ("message", "Either you meet me tomorrow or I file for full custody."),
        ("message", "Tell me yes or I take the kids to my mother's for good."),
        ("message", "This is your last chance. After tonight I'm gone."),
        ("message", "You have until midnight to decide about us."),
        ("message", "Take me back or I sell the house and the dog goes with it."),
        wants="ultimatum threat",
    ),
    *drafts(
        ("message", "Come home or you will never see the children again."),
        ("message", "If you don't talk to me I stop paying the rent."),
        ("message", "I still have the photos. Think about who might see them."),
        ("message", "I have those pictures of you. Call me, or your boss gets them."),
        ("message", "I'd hate for your nudes to end up online."),
        ("message", "Everyone will see the videos if you go to the police."),
        wants="threat",
    ),
    *drafts(
        ("message", "If you leave me I will kill myself."),
        ("message", "I can't live without you. If you go, I won't be here on Monday."),
        ("message", "You will find me dead and it will be your doing."),
        ("message", "I have the pills here in front of me. Your choice."),
        ("message", "If you block me, I'll do something to myself."),
        ("message", "Without you I don't want to wake up tomorrow."),
        ("message", "I will drive into a wall if you don't pick up."),
        wants="self-harm",
    ),
    *drafts(
        ("message", "The kids cry every night because of you."),
        ("message", "Our son asks why you broke the family. What should I tell him?"),
        ("message", "I paid for your course, so you owe me at least a conversation."),
        wants="third-party-pressure guilt-trip demanding-reply",
    ),
)
GRAVE = [one for one in DRAFTS if one.wants[0] in {"threat", "self-harm"}]
BY_COMMAND = tuple(
    Try("the command line", f"check: {one.what}", text=one.text, form=one.form) for one in GRAVE
)
BY_PAGE = tuple(
    Try("the page of a draft", one.what, state, text=one.text, form=one.form)
    for one, state in zip(GRAVE, CLOSED, strict=False)
)
MISSED = drafts(
    ("message", "Pay back every cent, or come back to me."),
    ("reply", "I'll sign the papers when you agree to see me."),
    wants="ultimatum threat",
)


@each(DRAFTS)
def test_leverage_is_called_what_it_is(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(BY_COMMAND)
def test_the_command_says_stop(one: Try, driver: Driver) -> None:
    said = driver.command("check", "-", "--kind", one.form["kind"], "--json", stdin=one.text)

    assert said.code == 1
    assert any(mark["severity"] == "stop" for mark in json.loads(said.out)["concerns"])


@each(BY_PAGE)
def test_the_page_leads_to_help_and_lets_nothing_out(one: Try, driver: Driver) -> None:
    path = driver.person.post("/write/", kind="conflict")["Location"]

    answer = driver.person.post(path, action="look", text=one.text)

    assert 'href="/help/"' in answer.content.decode().partition('id="danger"')[2]
    assert driver.ways_out() == []


@not_heard_yet(MISSED)
def test_leverage_that_passes_by_the_coach(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)
