"""`amends serve` says nothing in the clear to anyone but this machine."""

import re
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from amends.cli import certificate
from amends.cli.problem import Problem
from tests.cli.conftest import CANARY, Amends

NAMES = ("--name", "home.test", "--name", "192.168.1.20", "--name", "fd00::7")
NOWHERE = "203.0.113.7"
"""Set aside for documentation (RFC 5737): no machine has it."""


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Return a folder with a certificate and its key."""
    certificate.make(tmp_path / "sealed", ["home.test"], datetime.now(UTC))
    return tmp_path / "sealed"


@pytest.mark.asvs("V12.2.1")
@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("--host 192.168.1.20", "without a certificate amends answers to this machine alone"),
        ("--host 0.0.0.0 --name home.test", "without a certificate amends answers to this"),
        ("--host ::", "without a certificate amends answers to this machine alone"),
        ("--name home.test", "without a certificate amends answers to this machine alone"),
        ("--host 0.0.0.0 --certificate a", "a certificate needs its key"),
        ("--key a", "a certificate needs its key"),
        ("--behind-proxy --certificate a --key b", "there are a certificate and a proxy"),
        ("--behind-proxy --host 192.168.1.20", "behind a proxy amends answers to this machine"),
        ("--behind-proxy", "it is not said under which name browsers come"),
        ("--host 0.0.0.0 --certificate a --key b", "it is not said under which name"),
        ("--certificate a --key b", "--certificate: no certificate can be read there"),
        ("--make-certificate sealed", "it is not said for which names the certificate is"),
        (f"--host {CANARY}", "--host: this is no address in numbers"),
        ("--host fe80::1%eth0", "--host: this is no address in numbers"),
        ("--port 65536", "--port: this is no port"),
    ],
)
def test_what_would_be_said_in_the_clear_is_refused_in_one_sentence(
    amends: Amends, words: str, problem: str
) -> None:
    said = amends("serve", *words.split())

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"amends: {problem}")
    assert said.err.count("\n") == 2
    assert CANARY not in said.err


@pytest.mark.parametrize(
    "name",
    [
        "*",
        "*.test",
        ".home.test",
        "home.test.",
        "https://home.test",
        "home.test:1",
        "a b",
        "",
        "a-",
    ],
)
def test_a_name_stands_for_itself_alone(amends: Amends, name: str) -> None:
    said = amends("serve", "--name", name)

    assert said.code == 2
    assert said.err.startswith("amends: --name: this is no name of a machine\nhint: ")


def test_the_key_is_read_by_its_owner_alone(amends: Amends, tmp_path: Path) -> None:
    folder = tmp_path / "new"

    amends("serve", "--make-certificate", folder, *NAMES)

    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in [folder, *folder.iterdir()]}
    assert modes == {"new": "0o700", "certificate.pem": "0o600", "key.pem": "0o600"}


def test_a_certificate_is_for_its_names_and_as_long_as_every_device_takes(
    amends: Amends, tmp_path: Path
) -> None:
    amends("serve", "--make-certificate", tmp_path, *NAMES)

    made = x509.load_pem_x509_certificate((tmp_path / "certificate.pem").read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    lasts = made.not_valid_after_utc - made.not_valid_before_utc
    assert [str(one.value) for one in names] == ["home.test", "192.168.1.20", "fd00::7"]
    assert lasts + timedelta(seconds=1) == timedelta(days=825)
    assert made.subject.rfc4514_string() == "CN=Notes"


def test_it_tells_the_fingerprint_in_groups_and_that_browsers_warn(
    amends: Amends, tmp_path: Path
) -> None:
    said = amends("serve", "--make-certificate", tmp_path, *NAMES)

    der = ssl.PEM_cert_to_DER_cert((tmp_path / "certificate.pem").read_text())
    groups = re.findall(r"\b[0-9A-F]{4}\b", said.out.partition("fingerprint:")[2])
    assert "".join(groups[:16]) == sha256(der).hexdigest().upper()
    assert "Each browser will warn at its first visit" in said.out
    assert " --name home.test --name 192.168.1.20 --name fd00::7\n" in said.out


@pytest.mark.parametrize("name", ["certificate.pem", "key.pem"])
def test_a_key_that_is_there_stays(amends: Amends, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")

    said = amends("serve", "--make-certificate", tmp_path, *NAMES)

    assert (said.code, said.out) == (2, "")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {name: "mine"}


def test_a_certificate_that_has_ended_is_told_with_its_day(sealed: Path) -> None:
    later = datetime.now(UTC) + timedelta(days=825)

    with pytest.raises(Problem, match="it ended on 20"):
        certificate.read(sealed / certificate.CERTIFICATE, later)


def test_a_certificate_of_our_own_vouches_for_itself(sealed: Path) -> None:
    assert certificate.read(sealed / certificate.CERTIFICATE, datetime.now(UTC)).is_own


def test_one_that_another_has_signed_is_vouched_for(tmp_path: Path) -> None:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject, issuer = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("home.test", "us")
    )
    made = (
        x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=9))
        .sign(key, SHA256())
    )
    (tmp_path / "some.pem").write_bytes(made.public_bytes(Encoding.PEM))

    assert not certificate.read(tmp_path / "some.pem", now).is_own


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ("--host {nowhere} --key {key}", "This machine cannot answer at this address."),
        ("--host 127.0.0.1 --key {certificate}", "This certificate and key cannot be used."),
    ],
)
def test_what_this_machine_cannot_do_is_told(
    sealed: Path, tmp_path: Path, options: str, problem: str
) -> None:
    places = {name.removesuffix(".pem"): sealed / name for name in ("certificate.pem", "key.pem")}
    words = options.format(nowhere=NOWHERE, **places).split()
    command = [sys.executable, "-m", "amends", "serve", "--data", str(tmp_path / "data")]

    said = subprocess.run(
        [*command, *words, "--certificate", str(places["certificate"])],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(f"amends: {problem}\nhint: ")
    assert not (tmp_path / "data").exists()


def test_asking_what_it_takes_loads_nothing_that_is_slow_to_start() -> None:
    code = (
        "import sys; from amends.cli import main\n"
        "try: main(['serve', '--help'])\n"
        "except SystemExit: print(*sys.modules)"
    )

    program = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

    loaded = set(program.stdout.decode().splitlines()[-1].split())
    assert loaded & {"cryptography", "waitress", "ssl", "pydantic", "argon2", "nacl"} == set()
