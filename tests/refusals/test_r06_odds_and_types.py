"""R6 · Predicting return, typing the ex, jealousy, or silence as a tactic."""

import re

from amends import review
from amends.coach import as_json
from tests.refusals.conftest import Driver
from tests.refusals.tries import CLOSED, Try, addresses, commands, drafts, each, sentences

ADDRESSES = addresses(
    "odds", "score", "chances", "predict", "attachment", "personality", "compatibility"
)
COMMANDS = commands(
    "predict",
    "odds",
    "score letter.txt",
    "check - --odds",
    "check - --score",
    "check - --attachment-style",
    "check - --kind jealousy",
    "check - --kind no-contact",
)
JEALOUS = drafts(
    ("message", "I've been on three dates this week, just so you know. She's gorgeous."),
    ("message", "Someone new really appreciates me. Thought you should know."),
    ("message", "Plenty of people would be glad to have me."),
    ("message", "I met someone. She says I'm the best thing that ever happened to her."),
    wants="jealousy-bait",
)
LESSONS = sentences(
    "Wait thirty days, and they will come back.",
    "Your chances are better in spring.",
    "The odds of a second try are high.",
    "Forty percent of couples return.",
    "This is how you win them back.",
    "Get your ex back by going quiet.",
    "They will surely miss you after a month.",
    "Silence makes them miss you, so the no contact rule works.",
    "They still love you.",
    "Making her jealous helps.",
    "Post a happy photo where they see it.",
    "Use the silent treatment for a week.",
    "Play hard to get.",
    "Find out their attachment style first.",
    wants="promise of return, or odds | tactics | diagnosis | default",
)
ON_PAGES = tuple(
    Try("a page", f"{path} shows odds", state, path=path)
    for state in CLOSED
    for path in ("/", "/agreement/")
)
FORECAST = re.compile(
    r"\d\s?%|\bodds\b|\bchances?\b|\bprobab|\bscore\b"
    r"|\blikel(?:y|ihood) to (?:return|come|forgive|miss)"
)
REVIEWED = tuple(
    Try("the library", f"a {kind}", text="Please come back. I miss you.", form={"kind": kind})
    for kind in ("apology", "message", "conflict", "reply", "goodbye")
)


@each(ADDRESSES)
def test_nothing_that_forecasts_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_forecasts(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin="Please come back.")

    assert (said.code, said.out) == (2, "")


@each(JEALOUS)
def test_jealousy_is_called_what_it_is(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)


@each(ON_PAGES)
def test_no_page_gives_odds(one: Try, driver: Driver) -> None:
    page = driver.person.client.get(one.path, follow=True).content.decode()

    assert FORECAST.findall(re.sub(r"<[^>]*>", " ", page).lower()) == []


@each(REVIEWED)
def test_a_review_has_no_score_and_no_type(one: Try) -> None:
    plain = as_json(review(one.text, one.form["kind"]))

    assert set(plain) == {"kind", "words", "concerns", "strengths", "missing", "landing"}
    assert {name for name in plain["landing"] if "score" in name or "odds" in name} == set()
