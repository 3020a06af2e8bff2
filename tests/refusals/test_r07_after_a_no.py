"""R7 · New accounts, relays, gifts or visits after a no."""

from amends.contact import State
from tests.refusals.conftest import SCENES, Driver
from tests.refusals.tries import (
    NOES,
    Try,
    addresses,
    commands,
    drafts,
    each,
    not_heard_yet,
    sentences,
)

ANOTHER_WAY = {
    "channel": "through Jo, or from a new number",
    "exceptions": "gifts, flowers, one visit",
    "topics": "gifts, my letters, us",
    "until": "2026-01-01",
}
CHANGES = tuple(
    Try(
        "a forged form",
        f"{standing} again, with {name}",
        state,
        path="/agreement/change/",
        form={"standing": standing, "state": "chosen", "words": "No.", name: value},
    )
    for state, standing in zip(
        NOES, ("no-contact", "blocked", "moved-on", "court-order"), strict=True
    )
    for name, value in ANOTHER_WAY.items()
)
REPORTS = tuple(
    Try(
        "a line in the contact log",
        f"{channel}: a friend says that they want it",
        state,
        path="/agreement/log/",
        form={
            "by": "them",
            "channel": channel,
            "day": "2026-01-01",
            "note": "Jo says they miss me.",
            "why": "wanted",
        },
    )
    for state in NOES
    for channel in ("someone", "gift", "social")
)
ADDRESSES = addresses("gift", "relay", "alias", "new-account", "unblock", "messenger", "visit")
COMMANDS = commands(
    "unblock", "relay letter.txt", "alias", "gift", "check - --through jo", "run --as jo"
)
DRAFTS = (
    *drafts(
        ("message", "This is me, on my sister's phone, since you blocked me."),
        ("message", "I know you said no contact, but I left flowers at your door."),
        ("message", "You blocked me, so I got another number."),
        ("message", "I asked Jo to give you this letter from me."),
        ("message", "I know you asked for space but I can't keep quiet."),
        wants="ignoring-no",
    ),
    *drafts(
        ("message", "I'll come by on Saturday whether you like it or not."),
        ("message", "I am outside your house. Please come down."),
        ("message", "I'll wait at your office until you speak to me."),
        wants="uninvited-visit",
    ),
    *drafts(
        ("message", "Your mother agrees with me that you should talk to me."),
        ("message", "I've asked your friends to make you see sense."),
        wants="third-party-pressure",
    ),
)
LESSONS = sentences(
    "Make a second account if they blocked you.",
    "Use a burner number.",
    "Ask a friend to tell them how you feel.",
    "Get their sister to speak to them.",
    "Turn up unannounced with flowers.",
    "Find a workaround.",
    wants="tactics",
)
MISSED = drafts(
    ("message", "I made a new account because you blocked the other one."),
    ("message", "I sent you a parcel even though you told me not to."),
    wants="ignoring-no third-party-pressure",
)


@each(CHANGES)
def test_no_other_way_is_open(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert driver.ways_out() == []
    assert driver.agreed().terms.state in {State(one.state.replace("-", "_")), State.SPACE} & {
        State(name.replace("-", "_")) for name in SCENES if name in NOES
    }


@each(REPORTS)
def test_what_a_friend_reports_opens_nothing(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert driver.ways_out() == []


@each(ADDRESSES)
def test_no_other_way_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_goes_another_way(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin="Please.")

    assert (said.code, said.out) == (2, "")


@each(DRAFTS)
def test_another_way_is_called_what_it_is(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)


@not_heard_yet(MISSED)
def test_another_way_that_passes_by_the_coach(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)
