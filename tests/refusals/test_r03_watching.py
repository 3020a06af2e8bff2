"""R3 · Location, last seen, read receipts, fetching profiles."""

from tests.refusals.conftest import Driver
from tests.refusals.tries import PAGE_NAMES, Try, addresses, commands, drafts, each, not_heard_yet

ADDRESSES = addresses(
    "location", "track", "last-seen", "online", "seen", "receipts", "profile", "map"
)
COMMANDS = commands(
    "track",
    "locate bob",
    "profile https://example.org/bob",
    "check https://example.org/bob",
    "content check https://example.org/content",
    "restore https://example.org/notes.age",
    "doctor --online",
    "run --location",
)
DRAFTS = drafts(
    ("message", "I saw you were online at two in the morning."),
    ("message", "Your location says you were at his place."),
    ("message", "I looked at your profile again, who is he?"),
    ("message", "I know you were at the bar, Tom saw you and told me."),
    ("message", "I drove past your house and the light was on."),
    ("message", "Snap maps shows you at the hotel."),
    wants="monitoring",
)
SENT_ALONG = tuple(
    Try(
        "a forged form",
        f"{name} sent along",
        path="/people/",
        form={"them": "B.", name: "canary-7f3a"},
    )
    for name in (
        "location",
        "latitude",
        "last_seen",
        "read_at",
        "profile_url",
        "online",
        "photo_url",
    )
)
ON_PAGES = tuple(Try("a page", f"the page `{name}`", text=name) for name in PAGE_NAMES)
MISSED = drafts(
    ("message", "I can see that you read my message. Why no answer?"),
    ("message", "I checked your phone while you were asleep."),
    ("message", "I read your emails and I know everything."),
    ("message", "I put a tracker on your car because I was worried."),
    wants="monitoring",
)


@each(ADDRESSES)
def test_nothing_that_watches_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_looks_anyone_up(one: Try, driver: Driver) -> None:
    said = driver.watched(lambda: driver.command(*one.words))

    assert (said.code, said.out) == (2, "")


@each(DRAFTS)
def test_watching_is_called_what_it_is(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(SENT_ALONG)
def test_what_is_sent_along_is_not_kept(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert "canary-7f3a" not in driver.exported()


@each(ON_PAGES)
def test_no_page_may_ask_where_someone_is(one: Try, driver: Driver) -> None:
    answer = driver.opened(one.text)

    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "geolocation" not in answer.content.decode()


@not_heard_yet(MISSED)
def test_watching_that_passes_by_the_coach(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)
