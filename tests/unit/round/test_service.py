"""The service as learners' servers meet it: whose token it is decides everything, and what was acknowledged stays."""

import asyncio
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import httpx
import pytest

from ailab.office.centre import Centre, open_centre, session_of
from ailab.office.centre.database import engine_of
from ailab.office.centre.round.dates import set_dates
from ailab.office.centre.round.inbound import inbound
from ailab.office.centre.tables import HandedIn
from ailab.office.grading.archive import LARGEST_UPLOAD, zipped
from ailab.office.grading.handing import HandIn, packed

from .conftest import MODULE, NOW, ONE, OTHER, THREE, TRAINER, TWO, WRONG, answered, sent
from .service import ACCESS, Service, hub_knowing, of

pytestmark = pytest.mark.slow

TOKENS = {
    "one": of(ONE),
    "two": of(TWO),
    "three": of(THREE),
    "other": of(OTHER),
    "trainer": of(TRAINER, groups=["trainers"]),
    "guest": of("c1-guest77"),
    "desk": of("desk", kind="service"),
    "elsewhere": of(ONE, scopes=["access:services!service=desk"]),
    "admin": of("root", admin=True),
}


@pytest.fixture(scope="module")
def served(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    root = tmp_path_factory.mktemp("served")
    folder = Path(shutil.copytree(published, root / "centre"))
    with hub_knowing(TOKENS) as hub:
        service = Service(centre=folder, hub=hub, log=root / "log")
        service.start()
        try:
            yield service
        finally:
            assert service.end() == 0


@pytest.fixture
def centre(served: Service) -> Iterator[Centre]:
    made = open_centre(served.centre)
    yield made
    engine_of(made.database_url()).dispose()


def as_(token: str, language: str = "en") -> dict[str, str]:
    return {"Accept-Language": language, **({"Authorization": f"token {token}"} if token else {})}


def press(served: Service, token: str, data: bytes, key: str = "1", module: str = MODULE, **headers: str) -> httpx.Response:
    return httpx.post(
        f"{served.address}hand-in/{module}?key={key}", content=data, headers={**as_(token), **headers}, trust_env=False, timeout=60
    )


def get(served: Service, token: str, address: str, **headers: str) -> httpx.Response:
    return httpx.get(f"{served.address}{address}", headers={**as_(token), **headers}, trust_env=False, timeout=60)


def pair(served: Service, token: str, act: str, mate: str = "") -> httpx.Response:
    wish = {"act": act, "mate": mate}
    return httpx.post(f"{served.address}pair/{MODULE}", json=wish, headers=as_(token), trust_env=False, timeout=60)


def people_in(centre: Centre) -> set[str]:
    return {path.name.split("+")[0] for path in inbound(centre).glob("[!.]*")}


def test_receipt_says_number_time_code_and_day(served: Service, centre: Centre) -> None:
    with session_of(centre) as session:
        set_dates(session, "monday", MODULE, due_at="2020-01-01T00:00:00Z")

    told = press(served, "one", sent(centre), "first").json()
    again = press(served, "one", sent(centre), "first").json()
    next_ = press(served, "one", sent(centre), "second").json()

    assert told == again
    assert (told["attempt"], told["late"], told["due_at"]) == (1, True, "2020-01-01T00:00:00Z")
    assert (told["zone"], told["partner"]) == ("Africa/Casablanca", "")
    assert len(told["code"]) == 8
    assert next_["attempt"] == 2


@pytest.mark.parametrize("token", ["", "nobody", "trainer", "guest", "desk", "elsewhere", "admin"])
def test_only_a_learners_own_token_hands_in(served: Service, centre: Centre, token: str) -> None:
    before = people_in(centre)

    assert press(served, token, sent(centre)).status_code in (401, 403)
    assert people_in(centre) == before


def test_nothing_but_the_token_says_who_it_is(served: Service, centre: Centre) -> None:
    data = packed(HandIn(module=MODULE, at=NOW, notebooks=answered(centre, f"# {OTHER}")))
    lies = {
        "X-Forwarded-User": OTHER,
        "JUPYTERHUB_USER": OTHER,
        "Cookie": f"user={OTHER}; jupyterhub-user-{OTHER}=x",
        "X-Student-Id": OTHER,
    }

    answer = httpx.post(
        f"{served.address}hand-in/{MODULE}?key=lies&learner={OTHER}&student_id={OTHER}",
        content=data,
        headers={**as_("two"), **lies},
        trust_env=False,
    )

    assert answer.status_code == 200
    assert OTHER not in people_in(centre)
    assert TWO in people_in(centre)


@pytest.mark.parametrize(
    "address", [f"hand-in/../{MODULE}", "hand-in/..%2f..%2fetc", f"feedback/{MODULE}/..%2f..%2fx", "feedback/a/b/c", "secret"]
)
def test_addresses_lead_nowhere_else(served: Service, address: str) -> None:
    assert get(served, "one", address).status_code in (404, 405)


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        pytest.param(b"no zip", 400, "could not be read", id="no zip"),
        pytest.param(zipped(iter([("../../x.ipynb", b"{}")])), 400, "could not be read", id="a name that leads out"),
        pytest.param(packed(HandIn(module="elsewhere", at=NOW, notebooks={"x": b"{}"})), 400, "do not belong", id="another module"),
        pytest.param(b"x" * (LARGEST_UPLOAD + 1), 413, "too large", id="too large"),
    ],
)
def test_what_cannot_be_taken_is_answered_in_words(served: Service, data: bytes, status: int, words: str) -> None:
    answer = press(served, "three", data)

    assert answer.status_code == status
    assert words in answer.json()["words"]


def test_trouble_is_told_in_the_language_that_is_asked_for(served: Service) -> None:
    said = {language: press(served, "three", b"", **{"Accept-Language": language}).json()["words"] for language in ("en", "fr", "ar")}

    assert len(set(said.values())) == 3
    assert "Rends ton travail" in said["fr"]


def test_attempt_without_a_name_is_refused(served: Service, centre: Centre) -> None:
    assert press(served, "three", sent(centre), key="").status_code == 400
    assert press(served, "three", sent(centre), key="../x").status_code == 400


def test_pages_and_papers_of_others_are_not_there(served: Service) -> None:
    for address in (f"feedback/{MODULE}/double_number", "certificate/1"):
        assert get(served, "one", address).status_code == 404
        assert get(served, "trainer", address).status_code == 403
        assert get(served, "", address).status_code == 401


def test_two_hand_in_together_after_both_said_yes(served: Service, centre: Centre) -> None:
    assert pair(served, "other", "ask", "Sample learner 2").json()["words"].startswith("This name is not in your class")
    assert pair(served, "two", "confirm", "Sample learner 3").status_code == 409
    assert pair(served, "three", "ask", "Sample learner 2").json()["waiting_for"] == "Sample learner 2"
    alone = press(served, "three", sent(centre, "# alone"), "alone").json()
    assert pair(served, "two", "confirm", "Sample learner 3").json()["partner"] == "Sample learner 3"
    together = press(served, "three", sent(centre, "# together"), "together").json()

    assert (alone["partner"], together["partner"]) == ("", "Sample learner 2")
    assert together["code"] in [each["code"] for each in get(served, "two", "mine").json()["modules"][MODULE]["attempts"]]
    assert pair(served, "two", "end").json()["partner"] == ""
    assert pair(served, "two", "dance").status_code == 409


def test_log_holds_no_learner(served: Service, centre: Centre) -> None:
    press(served, "one", b"no zip")
    words = served.log.read_text(encoding="utf-8")

    assert "HandIn" in words
    assert not any(name in words for name in (ONE, TWO, THREE, OTHER, "Sample learner", "127.0.0.1"))


def test_hub_that_does_not_answer_is_no_yes(published: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(published, tmp_path / "centre"))
    service = Service(centre=folder, hub="http://127.0.0.1:9/hub/api", log=tmp_path / "log")
    service.start()
    try:
        assert press(service, "one", b"x").status_code == 503
    finally:
        assert service.end() == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a small file system needs root")
def test_full_disk_is_said_and_nothing_is_acknowledged(published: Path, tmp_path: Path) -> None:
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], check=True)
    try:
        folder = Path(shutil.copytree(published, place / "centre"))
        with hub_knowing(TOKENS) as hub:
            service = Service(centre=folder, hub=hub, log=tmp_path / "log")
            service.start()
            centre = open_centre(folder)
            filling = place / "filling"
            try:
                first = press(service, "one", sent(centre), "1")
                with suppress(OSError), filling.open("wb", buffering=0) as stream:
                    while True:
                        stream.write(b"x" * 4096)
                full = press(service, "one", sent(centre, WRONG), "2")
                filling.unlink()
                after = press(service, "one", sent(centre, WRONG), "2")
            finally:
                assert service.end() == 0
        assert (first.status_code, full.status_code, after.status_code) == (200, 507, 200)
        assert "disk is full" in full.json()["words"]
        assert after.json()["attempt"] == 2
        assert len(list(inbound(centre).iterdir())) == 2
        engine_of(centre.database_url()).dispose()
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize(
    "kills", [pytest.param(4, id="sample"), pytest.param(100, id="full", marks=[pytest.mark.proof, pytest.mark.timeout(3600)])]
)
def test_what_was_acknowledged_survives_every_kill(published: Path, tmp_path: Path, kills: int) -> None:
    folder = Path(shutil.copytree(published, tmp_path / "centre"))
    random = Random(f"kills {kills}")
    with hub_knowing(TOKENS) as hub:
        service = Service(centre=folder, hub=hub, log=tmp_path / "log")
        centre = open_centre(folder)
        try:
            told = asyncio.run(_pressed_and_killed(service, centre, kills, random))
        finally:
            service.end()
    try:
        with session_of(centre) as session:
            rows = [(row.person, row.code, row.folder) for row in session.query(HandedIn).order_by(HandedIn.id)]
        stand = sorted(path.name for path in inbound(centre).iterdir())
        # Once each, whole, and nothing besides.
        assert len(told) >= kills
        assert sorted(folder for _, _, folder in rows) == stand
        for person, code in told:
            (found,) = [name for who, what, name in rows if (who, what) == (person, code)]
            assert sum(path.stat().st_size > 0 for path in (inbound(centre) / found).iterdir()) == 5
    finally:
        engine_of(centre.database_url()).dispose()


async def _pressed_and_killed(service: Service, centre: Centre, kills: int, random: Random) -> set[tuple[str, str]]:
    """Let ten senders press while the service is killed again and again; return what was acknowledged."""
    told: set[tuple[str, str]] = set()
    ended = False

    async def sender(number: int) -> None:
        token, person = (("one", ONE), ("two", TWO), ("three", THREE))[number % 3]
        count = 0
        async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
            while not ended:
                count += 1
                data = sent(centre, f"# {number} {count}")
                while not ended:
                    try:
                        answer = await client.post(
                            f"{service.address}hand-in/{MODULE}?key={number}-{count}", content=data, headers=as_(token)
                        )
                    except httpx.TransportError:
                        await asyncio.sleep(0.05)
                        continue
                    if answer.status_code == 200:
                        told.add((person, answer.json()["code"]))
                        break
                    await asyncio.sleep(0.05)
                await asyncio.sleep(0.02)

    await asyncio.to_thread(service.start)
    senders = [asyncio.create_task(sender(number)) for number in range(10)]
    try:
        for _ in range(kills):
            await asyncio.sleep(random.uniform(0.1, 1.5))
            await asyncio.to_thread(service.end, signal.SIGKILL)
            await asyncio.to_thread(service.start)
        await asyncio.sleep(1)
    finally:
        ended = True
        await asyncio.gather(*senders)
    return told


def test_scope_of_the_service_is_what_the_hub_calls_it() -> None:
    assert ACCESS == "access:services!service=round"
