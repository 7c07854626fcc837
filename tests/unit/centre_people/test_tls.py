"""An authority that speaks for local names alone, and a certificate that is renewed in time."""

import ssl
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.hub.tls import Names, ensure_certificates, fingerprint, own_names

from .conftest import NOW

NAMES = Names(names=("localhost", "box", "box.local"), addresses=(ip_address("127.0.0.1"), ip_address("192.168.1.9"), ip_address("::1")))


def make(centre: Centre, *, now: datetime = NOW, names: Names = NAMES) -> tuple[str, ...]:
    return ensure_certificates(centre, now=lambda: now, names=lambda: names)


def server(centre: Centre) -> x509.Certificate:
    return x509.load_pem_x509_certificate((centre.tls / "server.crt").read_bytes())


def test_a_browser_that_trusts_the_authority_trusts_the_centre(centre: Centre) -> None:
    make(centre)
    guest, host = ssl.create_default_context(cafile=str(centre.tls / "ca.crt")), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    host.load_cert_chain(centre.tls / "server.crt", centre.tls / "server.key")

    for name in ("localhost", "box.local", "192.168.1.9", "::1"):
        assert shake_hands(guest, host, name)
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(guest, host, "elsewhere.local")


def shake_hands(guest: ssl.SSLContext, host: ssl.SSLContext, name: str) -> bool:
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    one, other = guest.wrap_bio(back, there, server_hostname=name), host.wrap_bio(there, back, server_side=True)
    done = set()
    for _ in range(6):
        for side in (one, other):
            try:
                side.do_handshake()
                done.add(side)
            except ssl.SSLWantReadError:
                continue
    return len(done) == 2


def test_keys_are_read_by_their_owner_alone(centre: Centre) -> None:
    make(centre)

    assert all(stat.S_IMODE((centre.tls / name).stat().st_mode) == 0o600 for name in ("ca.key", "server.key"))


def test_a_second_start_changes_nothing(centre: Centre) -> None:
    make(centre)
    before = {path.name: path.read_bytes() for path in centre.tls.iterdir()}
    make(centre, now=NOW + timedelta(days=60))

    assert {path.name: path.read_bytes() for path in centre.tls.iterdir()} == before


@pytest.mark.parametrize("days", [125, 400, -30], ids=["soon over", "over", "the clock went back"])
def test_a_certificate_that_runs_out_is_made_anew_by_the_same_authority(centre: Centre, days: int) -> None:
    make(centre)
    before, authority = server(centre).serial_number, fingerprint(centre)
    make(centre, now=NOW + timedelta(days=days))

    assert server(centre).serial_number != before
    assert server(centre).not_valid_before_utc < NOW + timedelta(days=days) < server(centre).not_valid_after_utc
    assert fingerprint(centre) == authority


def test_a_new_address_in_the_network_is_taken_in(centre: Centre) -> None:
    make(centre)
    make(centre, names=replace(NAMES, addresses=(*NAMES.addresses, ip_address("10.42.0.1"))))

    held = server(centre).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert ip_address("10.42.0.1") in held.get_values_for_type(x509.IPAddress)


@pytest.mark.parametrize("strange", [Names(names=("example.org",), addresses=()), Names(names=(), addresses=(ip_address("8.8.8.8"),))])
def test_the_authority_speaks_for_nothing_in_the_wide_world(centre: Centre, strange: Names) -> None:
    make(centre)

    with pytest.raises(Refused, match="other names"):
        make(centre, names=strange)


def test_power_gone_between_key_and_certificate_is_mended(centre: Centre) -> None:
    make(centre)
    key = (centre.tls / "server.key").read_bytes()
    make(centre, now=NOW + timedelta(days=400))
    (centre.tls / "server.key").write_bytes(key)
    make(centre, now=NOW + timedelta(days=401))

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(centre.tls / "server.crt", centre.tls / "server.key")


@pytest.mark.parametrize("name", ["ca.key", "ca.crt"])
def test_half_an_authority_is_not_replaced_in_silence(centre: Centre, name: str) -> None:
    make(centre)
    (centre.tls / name).unlink()

    with pytest.raises(Refused, match="one is missing"):
        make(centre)


@pytest.mark.parametrize("name", ["ca.key", "ca.crt", "server.crt", "server.key"])
def test_a_broken_file_is_named(centre: Centre, name: str) -> None:
    make(centre)
    (centre.tls / name).write_text("nothing of the kind")

    with pytest.raises(Refused, match=name):
        make(centre)


def test_the_operator_reads_the_fingerprint_to_compare(centre: Centre) -> None:
    assert fingerprint(centre) == ""
    lines = make(centre)

    assert fingerprint(centre) in lines[-1]
    assert "https://192.168.1.9:8000/hub/ailab/trust" in lines[1]


def test_own_names_hold_this_machine_and_what_was_given() -> None:
    found = own_names("192.168.77.1")

    assert "localhost" in found.names
    assert {ip_address("127.0.0.1"), ip_address("::1"), ip_address("192.168.77.1")} <= set(found.addresses)
