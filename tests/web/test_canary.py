"""What is typed into any form is found nowhere outside the vault."""

import io
import logging
import re
from collections.abc import Iterator

import pytest
from django.db import connection

from amends.web.content import program
from tests.web.conftest import Person, settled

CANARY = "canary-7f3a"


def type_everywhere(alice: Person) -> list[str]:
    """Type the canary into every form of every page; return the addresses that were answered."""
    alice.post("/people/", me=CANARY, them=CANARY, their_pronouns=CANARY, relationship=CANARY)
    seen = [alice.post("/write/", kind="apology")["Location"]]
    draft = seen[0]
    alice.post(draft, action="check", text=f"I'm sorry {CANARY}, but you hid it.")
    alice.post(draft, action="look", text=f"I'm sorry {CANARY}, but you hid it.", topic=CANARY)
    mark = {"label.1": "but-apology", "quote.1": CANARY, "reason.1": CANARY}
    alice.post(draft, action="dismiss:1", text=f"Sorry, but {CANARY}.", shape=CANARY, **mark)
    alice.post(draft, action=f"take-up:{CANARY}")
    alice.post(draft, action="put-away", text=f"I'm sorry {CANARY}.", urge="7", topic=CANARY)
    note = {
        "by": "them",
        "channel": "in-person",
        "day": "2026-01-01",
        "note": CANARY,
        "why": "wanted",
    }
    alice.post("/agreement/log/", **note)
    change = {"standing": "on-a-break", "state": "chosen", "words": CANARY, "channel": CANARY}
    alice.post("/agreement/change/", **change, exceptions=CANARY, reopening_words=CANARY)
    for exercise in program().exercises:
        fields = {field.name: CANARY for field in exercise.fields}
        rows = {f"{f.name}.0.{c.name}": CANARY for f in exercise.fields for c in f.columns}
        more = {f"{field.name}.more": CANARY for field in exercise.fields}
        page = alice.post(f"/path/{exercise.id}/", action="unfinished", **fields, **rows, **more)
        if exercise.line:
            seen.append(page["Location"])
            alice.post(seen[-1], action="keep", **fields, **more)
            alice.post(f"/path/{exercise.id}/", own=CANARY)
    alice.post("/path/words/", list="feelings", word=CANARY, more=f"{CANARY}, so so")
    alice.post("/path/words/", list=CANARY, more=CANARY)
    alice.post("/questions/1/", **{"hark-1": CANARY, CANARY: "yes"})
    alice.post("/how-you-are/phq-9/", **{"item-0": CANARY, "item-1": "1"})
    page = {"prompt": CANARY, "opened": CANARY, "text": CANARY, "act": CANARY}
    seen.append(alice.post("/journal/", action="other", **page)["Location"])
    seen.append(alice.post(seen[-1].partition("?")[0], action="keep", **page)["Location"])
    alice.post("/journal/", action=f"begin:{CANARY}")
    seen.append(alice.post("/unsent/", addressed=CANARY, text=CANARY)["Location"])
    closing = {"told": CANARY, "needed": CANARY, "more": CANARY, "until": CANARY}
    alice.post(seen[-1], action="fold", **closing)
    alice.post("/rehearsals/a-no/", at=CANARY, reply="own", own=CANARY)
    alice.post("/rehearsals/a-no/", action="keep", learnt=CANARY)
    alice.get(f"/letter/?month={CANARY}")
    for action in ("print", "pdf"):
        alice.post("/help/brief/", line=CANARY, own=CANARY, names=CANARY, action=action)
    alice.post("/drives/", back="3", hurt="9", let_go="0", note=CANARY)
    fury = alice.post("/fury/", text=CANARY, kind=CANARY)["Location"]
    parts = {"text": CANARY, "in_a_day": CANARY, "in_a_year": CANARY, "safer": CANARY}
    alice.post(fury, action="close", value=CANARY, days=CANARY, **parts)
    seen.append(fury)
    alice.post("/moved-on/", how="seen", words=CANARY)
    for action in ("print", "close", "open"):
        alice.post("/closing/", action=action, who=CANARY, **{"own.keep": CANARY})
    for action in ("burn", "archive", "open"):
        form = {"kind": CANARY, "word": CANARY, "until": CANARY, "archive": CANARY}
        alice.post("/keepsakes/", action=action, **form)
    alice.post("/unlock/", passphrase=CANARY, next=f"/{CANARY}")
    alice.post("/passphrase/", old=CANARY, passphrase=CANARY, again=CANARY)
    alice.post("/recovery-code/", action="confirm", typed=CANARY)
    return seen


def everything_in(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own table names
        return str([[_spelled(cell) for cell in row] for row in cursor.fetchall()])


def _spelled(cell: object) -> str:
    raw = bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
    return raw.decode("latin-1")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, at every level, as the settings write it."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    handler.setFormatter(logging.getLogger("django").handlers[0].formatter)
    loggers = [logging.getLogger(name) for name in ("", "django", "waitress")]
    for logger in loggers:
        logger.addHandler(handler)
    yield heard
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.mark.asvs("V14.2.1", "V14.2.4", "V16.2.5")
@pytest.mark.django_db
def test_it_is_found_nowhere_outside_the_vault(log: io.StringIO) -> None:
    alice = settled()

    seen = type_everywhere(alice)

    assert CANARY not in "".join(map(everything_in, connection.introspection.table_names()))
    assert CANARY not in log.getvalue()
    assert not any(CANARY in address for address in seen)
    assert CANARY not in alice.client.cookies.output()


@pytest.mark.django_db
def test_no_title_says_what_was_written() -> None:
    alice = settled()
    draft, *lines = type_everywhere(alice)
    paths = (
        "/",
        "/write/",
        draft,
        "/agreement/",
        "/path/words/",
        "/path/work/another-way/",
        "/drives/",
        *lines,
    )

    pages = [alice.get(path).content.decode() for path in paths]

    assert any(CANARY in page for page in pages)
    assert not any(CANARY in re.findall(r"<title>(.*?)</title>", page)[0] for page in pages)


@pytest.mark.asvs("V16.3.4", "V16.5.1", "V16.2.5")
@pytest.mark.django_db
def test_an_unknown_error_is_logged_without_its_words(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = settled()
    alice.client.raise_request_exception = False
    monkeypatch.setattr("amends.web.pages.today.page.next_steps", _fail)

    response = alice.get("/")

    assert response.status_code == 500
    assert "RuntimeError" in log.getvalue()
    assert CANARY not in log.getvalue()
    assert CANARY not in response.content.decode()


def _fail(*_: object) -> None:
    raise RuntimeError(CANARY)
