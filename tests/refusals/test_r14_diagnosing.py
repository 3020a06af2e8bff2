"""R14 · Diagnosing."""

import re

from amends import review
from amends.coach import as_json
from tests.refusals.conftest import Driver
from tests.refusals.tries import (
    PAGE_NAMES,
    Try,
    addresses,
    commands,
    drafts,
    each,
    not_heard_yet,
    sentences,
)

LESSONS = sentences(
    "Perhaps they are a narcissist.",
    "Narcissistic partners do this.",
    "Signs of a toxic partner.",
    "You may be codependent.",
    "This is called gaslighting.",
    "People with a borderline personality leave often.",
    "Bipolar people come and go.",
    "Think of a sociopath.",
    "Only psychopaths lie like that.",
    "They have an avoidant attachment.",
    "You are anxiously attached.",
    "Take the test of your attachment style.",
    "It is a trauma bond.",
    "You are a love addict.",
    "A red flag: they go quiet.",
    "They are emotionally unavailable.",
    "It may be a personality disorder.",
    "They are histrionic.",
    wants="diagnosis",
)
DRAFTS = drafts(
    ("conflict", "You are a narcissist and you always have been."),
    ("conflict", "You are so toxic."),
    ("conflict", "You're a psychopath without feelings."),
    ("conflict", "You are codependent and you need help."),
    ("conflict", "You're a classic sociopath."),
    ("conflict", "You're bipolar, everyone can see it."),
    wants="criticism contempt mind-reading",
)
LABELS = re.compile(
    r"narcis|toxic|codepend|co-depend|gasligh|borderline|bipolar|sociopath|psychopath"
    r"|personality dis|attachment style|avoidant|histrionic|disorder\b"
)
ON_PAGES = tuple(Try("a page", f"the page `{name}`", "together", text=name) for name in PAGE_NAMES)
REVIEWED = tuple(
    Try("the library", f"what is said to: {text}", text=text, form={"kind": "conflict"})
    for text in (
        "My ex is a narcissist.",
        "Is he bipolar?",
        "She is borderline, right?",
        "They gaslight me.",
        "What is wrong with her?",
    )
)
ADDRESSES = addresses(
    "diagnosis", "diagnose", "test", "narcissist", "types", "red-flags", "personality-test"
)
COMMANDS = commands(
    "diagnose",
    "diagnose letter.txt",
    "type",
    "check - --diagnose",
    "check - --personality",
    "check - --kind diagnosis",
)
MISSED = drafts(
    ("conflict", "You're clearly borderline, my therapist says so."),
    ("conflict", "You're gaslighting me again."),
    ("conflict", "You have an avoidant attachment style, that's why you run."),
    wants="criticism contempt mind-reading",
)


@each(LESSONS)
def test_no_lesson_may_say_it(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.linted(one)


@each(DRAFTS)
def test_a_diagnosis_in_a_draft_is_a_verdict_on_a_person(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)


@each(ON_PAGES)
def test_no_page_names_an_illness_of_anyone(one: Try, driver: Driver) -> None:
    page = driver.opened(one.text).content.decode().lower()

    assert LABELS.findall(page) == []


@each(REVIEWED)
def test_the_coach_answers_with_no_label_of_its_own(one: Try) -> None:
    plain = as_json(review(one.text, one.form["kind"]))
    said = " ".join(
        f"{mark['why']} {mark['instead']} {mark['label']}" for mark in plain["concerns"]
    )

    assert LABELS.findall(said.lower()) == []


@each(ADDRESSES)
def test_nothing_that_diagnoses_has_an_address(one: Try, driver: Driver) -> None:
    assert driver.attempt(one).status_code == 404


@each(COMMANDS)
def test_no_command_diagnoses(one: Try, driver: Driver) -> None:
    said = driver.command(*one.words, stdin="My ex is a narcissist.")

    assert (said.code, said.out) == (2, "")


@not_heard_yet(MISSED)
def test_a_diagnosis_that_passes_by_the_coach(one: Try, driver: Driver) -> None:
    assert set(one.wants) & driver.marked(one)
