"""Two people, two devices, one server in their home: nothing goes through the air in clear."""

import os
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from playwright.sync_api import BrowserContext, expect

from amends.store import accounts
from amends.web.hosted import COOKIES, HOST_ONLY, YEAR, Place, settings_for
from tests.store import postgresql
from tests.web import browser
from tests.web.at_home import NAME, Device, Served, heard, serving
from tests.web.browser import press
from tests.web.conftest import Person

ALICE, BOB = "seven quiet herons at dusk", "eleven loud geese at dawn"
WORDS = {ALICE: "canary-alice: give me until March", BOB: "canary-bob: write when you can"}
PLACE = Place(ip_address("192.168.1.20"), 8443, (NAME, "192.168.1.20"))
CONTEXT = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
ACCOUNTS = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from amends import store
store.open_folder(Path(sys.argv[1]), os.environ.get("DATABASE_URL", ""))
store.prepare()
from amends.contact import State, Terms, begin
from amends.vault import FLOOR
for passphrase, words in zip(sys.argv[2::2], sys.argv[3::2]):
    vault, _ = store.Vault.create(passphrase, cost=FLOOR)
    vault.put(begin(Terms(state=State.SPACE, words=words), datetime.now(UTC)))
"""


def add_accounts(folder: Path, words: dict[str, str], **environment: str) -> None:
    """Make an account for each passphrase, with an agreement in these words."""
    said = [part for pair in words.items() for part in pair]
    command = [sys.executable, "-c", ACCOUNTS, str(folder), *said]
    subprocess.run(command, check=True, env={**os.environ, **environment})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("home")
    add_accounts(folder / "data", {**WORDS, "a third one of no importance": "canary-charlie"})
    with serving(folder) as served:
        yield served


@pytest.mark.browser
@pytest.mark.asvs("V12.2.1", "V8.2.2")
def test_two_people_unlock_on_two_devices_and_each_sees_their_own(home: Served) -> None:
    with browser.chromium() as chromium:
        alices = chromium.new_context(ignore_https_errors=True)
        bobs = chromium.new_context(ignore_https_errors=True)

        seen = {
            ALICE: agreement_seen(alices, f"https://127.0.0.1:{home.port}", 0, ALICE),
            BOB: agreement_seen(bobs, f"https://localhost:{home.port}", 1, BOB),
        }
        kept = [*alices.cookies(), *bobs.cookies()]

    assert {who: re.findall(r"canary-\w+", text) for who, text in seen.items()} == {
        ALICE: ["canary-alice"],
        BOB: ["canary-bob"],
    }
    assert kept
    assert all(one.get("secure") and one.get("httpOnly") for one in kept)
    assert all(str(one.get("name")).startswith(HOST_ONLY) for one in kept)


def agreement_seen(device: BrowserContext, url: str, whose: int, passphrase: str) -> str:
    """Unlock in a browser; return what its page of the agreement says."""
    page = device.new_page()
    page.goto(url + "/unlock/")
    page.locator("input[name=account]").nth(whose).check()
    page.get_by_label("Passphrase").fill(passphrase)
    press(page, "Unlock")
    expect(page.locator("h1")).to_contain_text("Today")
    page.goto(url + "/agreement/")
    return page.locator("main").inner_text()


def test_it_says_where_it_is_and_by_which_fingerprint_it_is_known(home: Served) -> None:
    pem = home.certificate.read_text()
    wanted = sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest().upper()

    assert wanted in re.sub(r"\s", "", home.printed)
    assert f"https://{NAME}:{home.port}/" in home.printed


@pytest.mark.asvs("V12.2.1")
def test_plain_http_is_not_answered(home: Served) -> None:
    with socket.create_connection(("127.0.0.1", home.port), timeout=20) as wire:
        wire.sendall(b"GET /help/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        said = heard(wire)

    assert b"HTTP" not in said


@pytest.mark.asvs("V12.1.1", "V12.1.2")
def test_what_is_older_than_tls_1_3_is_not_spoken(home: Served) -> None:
    older = home.context
    older.maximum_version = ssl.TLSVersion.TLSv1_2

    with (
        socket.create_connection(("127.0.0.1", home.port), timeout=20) as plain,
        pytest.raises(ssl.SSLError),
    ):
        older.wrap_socket(plain, server_hostname="127.0.0.1")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (NAME, 200),
        (f"{NAME}:8443", 200),
        ("127.0.0.1", 200),
        ("evil.example", 400),
        (f"{NAME}.evil.example", 400),
        (f"x.{NAME}", 400),
        ("0.0.0.0", 400),  # noqa: S104 - nobody's name
        ("192.168.1.20", 400),
    ],
)
def test_it_answers_to_the_names_it_was_given_alone(home: Served, host: str, status: int) -> None:
    answer, _ = Device(home).get("/help/", Host=host)

    assert answer.status == status


@pytest.mark.asvs("V3.5.1")
@pytest.mark.parametrize("origin", ["https://evil.example", f"http://{NAME}", "null"])
def test_a_form_from_another_origin_is_refused(home: Served, origin: str) -> None:
    answer, _ = Device(home).post("/unlock/", {"passphrase": ALICE}, Origin=origin)

    assert answer.status == 403


@pytest.mark.asvs("V13.4.2", "V3.4.3")
def test_an_answer_says_what_it_says_on_this_machine_and_no_strict_transport(home: Served) -> None:
    answer, _ = Device(home).get("/help/")

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Server"] is None
    assert answer.headers["Strict-Transport-Security"] is None


@pytest.mark.asvs("V6.3.1")
def test_guessing_from_one_device_makes_every_device_wait_for_that_account_alone(
    home: Served,
) -> None:
    guessing, other = Device(home), Device(home)
    for _ in range(5):
        guessing.unlock("Notebook 3", "wrong")

    _, waiting = other.unlock("Notebook 3", "a third one of no importance")
    answer, _ = other.unlock("Notebook 1", ALICE)

    assert "again in" in waiting.lower() or "wait" in waiting.lower()
    assert answer.status == 302


@pytest.mark.asvs("V14.2.2")
def test_nothing_that_comes_in_goes_to_a_file_beside_the_notes(home: Served) -> None:
    """A long text and a large file, each above what waitress and Django would keep in memory."""
    device, before = Device(home), home.left_behind
    text, _ = device.post("/unlock/", {"passphrase": "x" * 3 * 2**20})
    part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    file, _ = device.ask(
        "POST",
        "/restore/",
        part + b"x" * 2**25 + b"\r\n--b--\r\n",
        Content_Type="multipart/form-data; boundary=b",
        Origin=device.origin,
    )

    assert (text.status, file.status) == (400, 403)
    assert before > 0  # the watch began with one
    assert home.left_behind == before


@pytest.mark.asvs("V5.2.1")
def test_more_than_a_backup_can_be_is_refused_before_it_is_read(home: Served) -> None:
    with (
        socket.create_connection(("127.0.0.1", home.port), timeout=20) as plain,
        home.context.wrap_socket(plain, server_hostname="127.0.0.1") as wire,
    ):
        wire.sendall(b"POST / HTTP/1.1\r\nHost: home.test\r\nContent-Length: 70000000\r\n\r\n")
        said = heard(wire)

    assert said.startswith(b"HTTP/1.1 413")


@pytest.mark.postgresql
def test_the_notes_may_be_on_a_postgresql_server(tmp_path: Path) -> None:
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not installed")
    with postgresql.running(programs) as server:
        url = server.url("amends", "amends")
        add_accounts(tmp_path / "data", WORDS, DATABASE_URL=url)
        with serving(tmp_path, DATABASE_URL=url) as served:
            device = Device(served)
            answer, _ = device.unlock("Notebook 2", BOB)
            _, page = device.get("/agreement/")

    assert answer.status == 302
    assert re.findall(r"canary-\w+", page) == ["canary-bob"]
    assert not list((tmp_path / "data").glob("*.sqlite3"))


def test_its_names_come_beside_those_of_this_machine(settings: LazySettings) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]

    assert settings_for(PLACE)["ALLOWED_HOSTS"] == ["127.0.0.1", *PLACE.names]


@pytest.mark.asvs("V3.3.1")
def test_under_https_every_cookie_has_a_name_that_plain_http_cannot_set() -> None:
    changed = settings_for(Place(PLACE.address, 8443, (NAME,), CONTEXT))

    assert all(str(changed[name]).startswith(HOST_ONLY) for name in COOKIES)
    assert changed["CSRF_COOKIE_SECURE"]
    assert not set(COOKIES) & set(settings_for(PLACE))


@pytest.mark.django_db
@pytest.mark.asvs("V3.4.1")
@pytest.mark.parametrize(("is_vouched_for", "said"), [(True, f"max-age={YEAR}"), (False, None)])
def test_https_alone_is_insisted_on_under_a_certificate_that_others_vouch_for(
    is_vouched_for: bool, said: str | None, settings: LazySettings
) -> None:
    place = Place(PLACE.address, 8443, (NAME,), CONTEXT, is_vouched_for)
    for name, value in settings_for(place).items():
        setattr(settings, name, value)

    answer = Client().get("/help/", secure=True, headers={"Host": NAME})

    assert answer.status_code == 200
    assert answer.headers.get("Strict-Transport-Security") == said


@pytest.mark.django_db
def test_what_a_proxy_took_in_clear_is_refused(settings: LazySettings, visitor: Client) -> None:
    settings.ONLY_HTTPS = True

    said = visitor.get("/help/")

    assert said.status_code == 403
    assert "Write https:// in front" in said.content.decode()
    assert "frame-ancestors 'none'" in said["Content-Security-Policy"]
    assert visitor.get("/help/", secure=True).status_code == 200


def test_over_a_network_nobody_deletes_what_is_locked(
    settings: LazySettings, alice: Person, visitor: Client
) -> None:
    settings.SERVES_OTHERS = True
    whose = alice.vault.account.hex()

    said: list[Any] = [
        visitor.get("/delete/"),
        visitor.post("/delete/", {"sure": "yes", "account": whose}),
    ]

    assert [answer.status_code for answer in said] == [302, 401]
    assert [one.id for one in accounts()] == [alice.vault.account]


@pytest.mark.django_db(transaction=True)
def test_over_a_network_their_own_is_deleted_by_whoever_has_unlocked(
    settings: LazySettings, alice: Person
) -> None:
    settings.SERVES_OTHERS = True

    alice.post("/delete/", sure="yes")

    assert accounts() == []


def test_a_server_promises_no_notice_on_its_own_screen(
    settings: LazySettings, alice: Person
) -> None:
    alice.post("/reminders/", action="add", days=["0"], at="18:30")
    here = alice.get("/reminders/").content.decode()
    settings.SERVES_OTHERS = True

    elsewhere = alice.get("/reminders/").content.decode()

    assert "On this computer" in here
    assert "On this computer" not in elsewhere
