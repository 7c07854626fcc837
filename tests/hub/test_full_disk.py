"""A disk that is full, or can't be written: learner and operator read why, and nothing that was acknowledged goes."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ailab.office.centre import Settings, make_centre
from tests.hub.a_class import MODULE
from tests.hub.at_work import at_work, change, next_attempt, pupil_of, wait_until_handed_in
from tests.hub.free_ports import free_block
from tests.hub.living import Centre, fresh_centre, running, sample_people
from tests.hub.pupil import Pupil
from tests.hub.test_power_cuts import ailab

pytestmark = [
    pytest.mark.hub,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts a small disk"),
]
FULL_HERE = "ممتلئ"
"""Of both sentences that a learner may read: the disk with their folder, and that of the centre."""


@contextmanager
def disk(place: Path, mebibytes: int) -> Iterator[Path]:
    """Mount a disk of this size."""
    place.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "ailab-test", str(place)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """Run a centre whose folder is one small disk, and whose learners' folders are another."""
    folder = tmp_path_factory.mktemp("full")
    with disk(folder / "centre", 64), disk(folder / "centre" / "homes", 48):
        state = fresh_centre(folder)
        logins, passphrase = sample_people(state, 3)
        with running(state) as supervisor:
            yield Centre(state=state, supervisor=supervisor, logins=logins, passphrase=passphrase)


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Leave no byte free on the disk of a folder."""
    filler = folder / "filler"
    try:
        with filler.open("wb", buffering=0) as stream:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while True:
                        stream.write(b"x" * size)
                except OSError:
                    continue
        assert shutil.disk_usage(folder).free == 0
        yield
    finally:
        filler.unlink()


async def press(pupil: Pupil, attempt: int) -> str:
    """Press the button; return what the page says then."""
    page = f"{pupil.base}/ailab/submit/{MODULE}"
    await pupil.ask("GET", page)
    return (await pupil.ask("POST", page, data={"attempt": str(attempt)})).text


@pytest.mark.parametrize("full", ["centre", "homes"])
def test_handing_in_on_a_full_disk_says_so_and_works_once_there_is_space(centre: Centre, full: str) -> None:
    place = centre.state.folder if full == "centre" else centre.state.homes

    async def day() -> set[tuple[str, str]]:
        async with at_work(centre, 1) as (pupil,):
            told = {await wait_until_handed_in(centre, pupil, f"before {full}")}
            await change(pupil, f"while {full} is full")
            attempt = next_attempt(centre, pupil)
            with filled(place):
                said = await press(pupil, attempt)
                assert FULL_HERE in said, said
                assert told <= centre.attempts(MODULE)
            # The same button, once there is space.
            again = await press(pupil, attempt)
            assert FULL_HERE not in again
            code = await centre.hand_in(pupil, MODULE, attempt)
            assert code
            return told | {(pupil.name, code)}

    assert asyncio.run(day()) - centre.attempts(MODULE) == set()


@pytest.mark.proof
def test_the_hub_lives_through_a_full_disk(centre: Centre) -> None:
    async def try_to_come() -> tuple[int, str]:
        async with pupil_of(centre, 1) as pupil:
            page = await pupil.web.get("/hub/login?lang=ar")
            data = {**centre.form(*centre.logins[1][1:]), "_xsrf": pupil._xsrf("/hub")}
            answer = await pupil.web.post("/hub/login", data=data, follow_redirects=False)
            assert (await pupil.web.get("/hub/health")).status_code == 200
            assert page.status_code == 200
            return answer.status_code, answer.text

    with filled(centre.state.folder):
        status, text = asyncio.run(try_to_come())
    assert status == 503
    assert 'dir="rtl"' in text
    assert "sqlite" not in text.lower()

    async def come() -> None:
        async with at_work(centre, 2) as pupils:
            assert await wait_until_handed_in(centre, pupils[1], "after") in centre.attempts(MODULE)

    asyncio.run(come())


def test_a_folder_on_a_disk_that_cant_be_written_is_refused_in_words(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", 64) as stick:
        state = make_centre(stick / "centre", Settings(code="s1", name="Sample centre", place="Berkane", port=free_block()))
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        for words in (
            ("up", "--state", str(state.folder)),
            ("up", "--state", str(state.folder), "--port", "9000"),
            ("up", "--state", str(stick / "new"), "--sample"),
            ("class", "monday", "--title", "Monday", "--language", "ar", "--state", str(state.folder)),
        ):
            said = ailab("centre", *words)
            assert (said.returncode, "Traceback" in said.stderr) == (1, False), said.stderr
            assert "ailab: " in said.stderr
            assert str(stick) in said.stderr


def test_a_disk_that_is_full_at_the_start_is_refused_in_words(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", 3) as stick:
        said = ailab("centre", "up", "--sample", "--state", str(stick / "centre"), "--port", str(free_block()))

        assert (said.returncode, "Traceback" in said.stderr) == (1, False), said.stderr
        assert "ailab: " in said.stderr


@pytest.mark.parametrize(
    "content",
    [b"", b"name = ", b"\xff\xfe", b"format_version = 99\n", b'format_version = 1\ncode = "c1"\nname = "x"\nplace = "y"\nport = "many"\n'],
)
def test_broken_settings_are_named_with_their_file(tmp_path: Path, content: bytes) -> None:
    state = make_centre(tmp_path / "centre", Settings(code="s1", name="Sample centre", place="Berkane", port=free_block()))
    (state.folder / "centre.toml").write_bytes(content)

    said = ailab("centre", "up", "--state", str(state.folder))

    assert (said.returncode, "Traceback" in said.stderr) == (1, False), said.stderr
    assert "centre.toml" in said.stderr
