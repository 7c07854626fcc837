"""Encryption without the Internet: an authority of the centre's own, and a certificate made anew in time.

tls/ca.key, ca.crt           ten years; the certificate is what a class's machines are told to trust
tls/server.key, server.crt   half a year; looked at whenever the centre starts

The authority can speak for names of local networks alone, so a machine that trusts it trusts it for nothing else. A clock that
stands at its first day after a power cut does not matter: the authority is valid from long ago.
"""

import os
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ailab.errors import Refused
from ailab.office.centre import Centre

TRUST: Final = "/hub/ailab/trust"
"""The page that says how a machine learns to trust this centre."""
_OWNER_ALONE: Final = 0o600
_EVERYBODY_READS: Final = 0o644
_LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)
_TEN_YEARS: Final = timedelta(days=3653)
_HALF_A_YEAR: Final = timedelta(days=180)
_RENEWED_BEFORE: Final = timedelta(days=60)
_LOCAL_NAMES: Final = ("localhost", "local", "lan", "home", "internal", "home.arpa")
_LOCAL_NETWORKS: Final = (
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10",
)  # fmt: skip

Key = ec.EllipticCurvePrivateKey
Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Under which names and addresses a centre is reached."""

    names: tuple[str, ...]
    addresses: tuple[Address, ...]

    def general(self) -> list[x509.GeneralName]:
        """Return them as a certificate holds them."""
        return [*map(x509.DNSName, self.names), *map(x509.IPAddress, self.addresses)]


def ensure_certificates(
    centre: Centre, *, now: Callable[[], datetime] = lambda: datetime.now(UTC), names: Callable[[], Names] | None = None
) -> tuple[str, ...]:
    """Make what is lacking or runs out, and return what to tell the operator.

    Raises
    ------
    Refused
        When a file can't be read, or the authority may not speak for one of the names.
    """
    centre.tls.mkdir(mode=0o700, parents=True, exist_ok=True)
    found, instant = (names or (lambda: own_names(centre.settings.address)))(), now()
    key, authority = _authority(centre, found, instant)
    _expect_allowed(authority, found, centre)
    certificate = _read_certificate(centre.tls / "server.crt")
    if certificate is None or not _has_key(centre, certificate) or _runs_out(certificate, authority, found, instant):
        certificate = _make_server(centre, key, authority, found, instant)
    return (
        f"Encrypted until {certificate.not_valid_after_utc:%Y-%m-%d}; made anew at a start before then.",
        f"Machines of the class trust this centre after one visit to {_best(found)}:{centre.settings.port}{TRUST}",
        f"The authority's fingerprint, to compare there: {fingerprint(centre)}",
    )


def fingerprint(centre: Centre) -> str:
    """Return the SHA-256 of the authority's certificate, as browsers show it."""
    found = _read_certificate(centre.tls / "ca.crt")
    return found.fingerprint(hashes.SHA256()).hex(":").upper() if found else ""


def own_names(address: str) -> Names:
    """Return the names and addresses of this machine, and the one the centre listens at."""
    import psutil

    host = socket.gethostname().lower()
    names = dict.fromkeys(["localhost", *([host, f"{host.split('.')[0]}.local"] if _is_name(host) else [])])
    cards = (each.address for card in psutil.net_if_addrs().values() for each in card)
    # Addresses of the wide world change with the provider and are typed by nobody; one that is wanted is given.
    found: set[Address] = {known for each in cards if (known := _address(each)) and _is_local(known) and not _is_of_a_card(known)}
    given = _address(address)
    if given and not given.is_unspecified:
        found.add(given)
    elif given is None and _is_name(address):
        names[address.lower()] = None
    always: set[Address] = {IPv4Address("127.0.0.1"), IPv6Address("::1")}
    return Names(names=tuple(names), addresses=tuple(sorted(found | always, key=_order)))


def _order(address: Address) -> tuple[int, int]:
    return address.version, int(address)


def _is_of_a_card(address: Address) -> bool:
    """Tell whether an address holds together with the name of a network card alone."""
    return isinstance(address, IPv6Address) and address.is_link_local


def _best(found: Names) -> str:
    """Return the address that a machine of the class most likely reaches."""
    lan = [each for each in found.addresses if each.version == 4 and not each.is_loopback]
    return f"https://{lan[0] if lan else found.names[0]}"


def _is_name(text: str) -> bool:
    return bool(text) and text.isascii() and all(part and part.replace("-", "").isalnum() for part in text.split("."))


def _address(text: str) -> Address | None:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def _authority(centre: Centre, found: Names, now: datetime) -> tuple[Key, x509.Certificate]:
    key, certificate = _read_key(centre.tls / "ca.key"), _read_certificate(centre.tls / "ca.crt")
    if key and certificate:
        return key, certificate
    if key or certificate:
        raise Refused(
            f"{centre.tls}: of ca.key and ca.crt one is missing. Take it from a copy, or delete both: every machine must then trust anew."
        )
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"ailab {centre.settings.code} {centre.settings.name}"[:64])])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_LONG_AGO)
        .not_valid_after(max(now, _LONG_AGO) + _TEN_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=_permitted(found), excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(centre.tls / "ca.key", key)
    _write(centre.tls / "ca.crt", made.public_bytes(serialization.Encoding.PEM), _EVERYBODY_READS)
    return key, made


def _permitted(found: Names) -> list[x509.GeneralName]:
    networks = [*map(ip_network, _LOCAL_NETWORKS), *(ip_network(each) for each in found.addresses if not _is_local(each))]
    return [*(x509.DNSName(name) for name in dict.fromkeys([*_LOCAL_NAMES, *found.names])), *map(x509.IPAddress, networks)]


def _is_local(address: Address) -> bool:
    return any(address in network for network in map(ip_network, _LOCAL_NETWORKS) if network.version == address.version)


def _expect_allowed(authority: x509.Certificate, found: Names, centre: Centre) -> None:
    allowed = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    domains = [each.value for each in allowed if isinstance(each, x509.DNSName)]
    networks = [each.value for each in allowed if isinstance(each, x509.IPAddress)]
    strange = [name for name in found.names if not any(name == domain or name.endswith(f".{domain}") for domain in domains)]
    strange += [str(each) for each in found.addresses if not _is_within(each, networks)]
    if strange:
        raise Refused(
            f"The authority in {centre.tls} was made for other names than {', '.join(strange)}. "
            f"Delete ca.key and ca.crt there; every machine of the class must then trust the new one."
        )


def _is_within(address: Address, networks: Iterable[object]) -> bool:
    return any(isinstance(each, IPv4Network | IPv6Network) and each.version == address.version and address in each for each in networks)


def _has_key(centre: Centre, certificate: x509.Certificate) -> bool:
    """Tell whether the key beside a certificate is its own: between writing the two, power may have gone."""
    key = _read_key(centre.tls / "server.key")
    return key is not None and key.public_key() == certificate.public_key()


def _runs_out(certificate: x509.Certificate, authority: x509.Certificate, found: Names, now: datetime) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return True
    held = set(certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
    is_lacking = not set(found.general()) <= held
    return is_lacking or not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc - _RENEWED_BEFORE


def _make_server(centre: Centre, key: Key, authority: x509.Certificate, found: Names, now: datetime) -> x509.Certificate:
    own = ec.generate_private_key(ec.SECP256R1())
    begins = max(now - timedelta(days=2), _LONG_AGO)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, found.names[-1][:64])]))
        .issuer_name(authority.subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(min(begins + _HALF_A_YEAR, authority.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(found.general()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(centre.tls / "server.key", own)
    _write(centre.tls / "server.crt", made.public_bytes(serialization.Encoding.PEM), _EVERYBODY_READS)
    return made


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _read_certificate(path: Path) -> x509.Certificate | None:
    content = _read(path)
    try:
        return x509.load_pem_x509_certificate(content) if content else None
    except ValueError:
        raise Refused(f"{path} is no certificate. Delete it, or take it from a copy.") from None


def _read_key(path: Path) -> Key | None:
    content = _read(path)
    try:
        key = serialization.load_pem_private_key(content, None) if content else None
    except (ValueError, TypeError):
        raise Refused(f"{path} is no key. Take it from a copy, or delete it with the certificate beside it.") from None
    return key if isinstance(key, ec.EllipticCurvePrivateKey) else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}. It belongs to who starts the centre.") from None


def _write_key(path: Path, key: Key) -> None:
    plain = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write(path, plain, _OWNER_ALONE)


def _write(path: Path, content: bytes, mode: int) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}. Nothing of the old certificate was changed.") from error
