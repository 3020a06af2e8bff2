"""Certificates: makes one of our own, and says what stands in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from amends.cli.new_file import new_file, refuse_taken
from amends.cli.problem import Problem

CERTIFICATE, KEY = "certificate.pem", "key.pem"
LASTS = timedelta(days=825)
"""As long as a device of Apple takes it, also one that was told to trust it
(support.apple.com/103769)."""
SLACK = timedelta(days=1)
"""It begins a little earlier: the other device's clock may be behind."""
NEUTRAL = "Notes"
"""Whose it is. Everyone who reaches the server can read it."""
GROUP = 4


@dataclass(frozen=True)
class Certificate:
    """What stands in a certificate. It vouches for itself unless someone else signed it."""

    fingerprint: str
    ends: datetime
    is_own: bool

    @property
    def last_day(self) -> date:
        """Return the day on which it ends."""
        return self.ends.date()


def make(folder: Path, names: Sequence[str], now: datetime) -> Certificate:
    """Write a new certificate and its key, which their owner alone can read.

    Raises:
        Problem: one of them is there already, or nothing can be written there.
    """
    for name in (CERTIFICATE, KEY):
        refuse_taken(folder / name)
    _make_folder(folder)
    key = ec.generate_private_key(ec.SECP256R1())  # every browser takes this curve
    made = _signed(key, names, now)
    with new_file(folder / KEY) as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with new_file(folder / CERTIFICATE) as file:
        file.write(made.public_bytes(Encoding.PEM))
    return _told(made)


def read(path: Path, now: datetime) -> Certificate:
    """Return what stands in the first certificate of a PEM file.

    Raises:
        Problem: there is none, or its time is over.
    """
    try:
        found = _told(x509.load_pem_x509_certificate(path.read_bytes()))
    except (OSError, ValueError):
        hint = "name a PEM file; amends serve --make-certificate FOLDER makes one"
        raise Problem("--certificate: no certificate can be read there", hint) from None
    if found.ends <= now:
        hint = "make a new one with --make-certificate, in another folder"
        raise Problem(f"--certificate: it ended on {found.last_day}", hint)
    return found


def _signed(
    key: ec.EllipticCurvePrivateKey, names: Sequence[str], now: datetime
) -> x509.Certificate:
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NEUTRAL)])
    begins = now - SLACK
    return (
        x509.CertificateBuilder(issuer_name=own, subject_name=own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + LASTS - timedelta(seconds=1))  # the last second counts, too
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name.strip("[]")))
    except ValueError:
        return x509.DNSName(name)


def _told(certificate: x509.Certificate) -> Certificate:
    digits = certificate.fingerprint(hashes.SHA256()).hex().upper()
    groups = [digits[at : at + GROUP] for at in range(0, len(digits), GROUP)]
    half = len(groups) // 2
    return Certificate(
        "\n".join(" ".join(some) for some in (groups[:half], groups[half:])),
        certificate.not_valid_after_utc.astimezone(UTC),
        certificate.issuer == certificate.subject,
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        raise Problem(f"{folder}: no folder can be made there", "choose another one") from None
