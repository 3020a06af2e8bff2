"""R9 · Making a message more persuasive once the gate is closed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from amends.contact import Closed, Draft, copyable, take_out, write
from amends.practice import UnsentLetter
from amends.web.gate import standing
from tests.cli.conftest import Amends, Notes
from tests.refusals.conftest import LETTER, SCENES, Driver, letters, now
from tests.refusals.tries import CLOSED, DRAFT_ACTIONS, Try, each
from tests.store.cast import ALICE
from tests.web.conftest import waited

STAYS_HERE = "You were right about the boat."
KINDS = tuple(
    Try("a forged form", f"begin a {kind}", state, path="/write/", form={"kind": kind})
    for state in CLOSED
    if state != "practical"
    for kind in ("message", "reply")
)
BEGUN = tuple(
    Try("the page of a draft", "a first message begun earlier", state) for state in CLOSED
)
FORMS = tuple(
    Try(
        "a forged form",
        action,
        state,
        form={"action": action, "text": "Come.", "urge": "1", "wanted": "yes"},
    )
    for state in CLOSED
    for action in DRAFT_ACTIONS
)
EXPORTS = tuple(Try("the command line", "export", state) for state in CLOSED)
BY_LIBRARY = tuple(Try("the library", "take_out", state) for state in CLOSED)
STAYS = tuple(Try("a letter that stays", "export, print, copy", state) for state in SCENES)
STAYING = tuple(
    Try("a letter that stays", f"a forged {action}", state, form={"action": action, "urge": "1"})
    for state in ("open", "together", "said-no")
    for action in (*DRAFT_ACTIONS, "add", "fold", "unfold", "send")
)
HELPS_IT_GO = ("One measured message", "It may go", "When you have sent it", "Take it out")


@each(KINDS)
def test_no_message_is_begun(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert one.form["kind"] not in {draft.kind for draft in letters(driver.person.vault)}


@each(BEGUN)
def test_what_was_begun_is_not_helped_along(one: Try, driver: Driver) -> None:
    text = "I lied. You were right to be angry. You need not answer."
    kept = driver.person.vault.put(write(Draft(kind="message"), text, now()))
    path = f"/write/{kept.id.hex()}/"

    page = driver.person.get(path).content.decode()
    look = driver.person.post(path, action="look", text=text).content.decode()

    assert [words for words in HELPS_IT_GO if words in page or words in look] == []


@each(FORMS)
def test_no_form_gets_the_letter_out(one: Try, driver: Driver) -> None:
    driver.attempt(one)

    assert driver.ways_out() == []


@each(EXPORTS)
def test_an_export_on_the_command_line_leaves_it_inside(
    one: Try, notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    SCENES[one.state](notes.vault)
    notes.vault.put(waited(LETTER))

    said = amends("export", tmp_path / "out", "--data", notes.folder, stdin=ALICE)
    taken = "".join(path.read_text() for path in (tmp_path / "out").iterdir())

    assert said.code == 0
    assert LETTER not in taken


@each(STAYS)
def test_a_letter_that_stays_has_no_way_out_in_any_state(one: Try, driver: Driver) -> None:
    """In no state of the gate, also an open one: nothing asks it."""
    kept = driver.person.vault.put(UnsentLetter(now(), "you", STAYS_HERE))

    page = driver.person.get(f"/unsent/{kept.id.hex()}/").content.decode()

    assert "data-copyable" not in page
    assert STAYS_HERE not in "".join(page.split("<textarea")[1:])
    assert 'class="unprinted"' in page
    assert STAYS_HERE not in driver.exported()


@each(STAYING)
def test_no_form_makes_a_draft_of_it(one: Try, driver: Driver) -> None:
    kept = driver.person.vault.put(UnsentLetter(now(), "you", STAYS_HERE))
    path = f"/unsent/{kept.id.hex()}/"

    driver.attempt(replace(one, path=path))
    driver.attempt(replace(one, path=f"/write/{kept.id.hex()}/"))

    page = driver.person.get(path).content.decode()
    assert STAYS_HERE not in {draft.text for draft in letters(driver.person.vault)}
    assert STAYS_HERE not in "".join(page.split("<textarea")[1:])
    assert STAYS_HERE not in driver.exported()


@each(STAYS)
def test_the_command_line_exports_no_letter_that_stays(
    one: Try, notes: Notes, amends: Amends, tmp_path: Path
) -> None:
    SCENES[one.state](notes.vault)
    notes.vault.put(UnsentLetter(now(), "you", STAYS_HERE))

    folder = tmp_path / "out"
    said = amends("export", folder, "--answers", "--data", notes.folder, stdin=ALICE)

    assert said.code == 0
    assert STAYS_HERE not in "".join(path.read_text() for path in folder.iterdir())


@each(BY_LIBRARY)
def test_the_library_takes_no_letter_out(one: Try, driver: Driver) -> None:
    answer = standing(driver.person.vault, now()).verdict
    [draft] = letters(driver.person.vault)

    with pytest.raises(Closed):
        take_out(draft, answer, now(), [])

    assert not copyable(replace(draft, taken_out=now()), answer)


def test_an_open_gate_helps(driver_in: Callable[[str], Driver]) -> None:
    driver = driver_in("open")
    path = driver.person.post("/write/", kind="message")["Location"]

    page = driver.person.get(path).content.decode()

    assert "One measured message" in page
    assert LETTER not in page
