"""A file that was handed in becomes a submission, and nothing else comes with it."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from click.testing import CliRunner

from ailab.cli.grade import grade
from ailab.errors import Refused, UnknownName
from ailab.office.build import build_course
from ailab.office.course import Course
from ailab.office.gradebook import release_notebook
from ailab.office.grading.archive import ArchiveForeign
from ailab.office.grading.handing import HandIn, instant, packed, stamp, unpacked
from ailab.office.grading.intake import learners_of, read_intake
from ailab.office.grading.receive import receive

FIRST, LATER = "2026-11-20T10:00:00Z", "2026-11-21T08:30:00Z"
LEARNER = "oujda-abc123"


def handed(answer: bytes = b"{}", at: str = FIRST, module: str = "souk") -> HandIn:
    return HandIn(module=module, at=at, notebooks={"find_price": answer, "add_prices": b"[]"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source" / "souk").mkdir(parents=True)
    return tmp_path


def graded(root: Path) -> bytes:
    """Return the answer that would be graded."""
    return (root / "received" / LEARNER / "souk" / "find_price.ipynb").read_bytes()


def zip_of(*names: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"{}")
    return stream.getvalue()


def test_what_is_packed_comes_out_again() -> None:
    assert unpacked(packed(handed())) == handed()


def test_unpacked_by_any_program_it_is_a_submission() -> None:
    with ZipFile(BytesIO(packed(handed()))) as archive:
        assert archive.namelist() == ["souk/add_prices.ipynb", "souk/find_price.ipynb", "souk/timestamp.txt"]
        assert archive.read("souk/timestamp.txt") == b"2026-11-20 10:00:00.000000 UTC"


def test_code_can_be_checked_with_everyday_tools() -> None:
    lines = [f"{sha256(content).hexdigest()}  {name}.ipynb\n" for name, content in (("add_prices", b"[]"), ("find_price", b"{}"))]

    assert handed().code == sha256("".join(lines).encode()).hexdigest()[:8]


def test_code_tells_of_the_work_and_not_of_the_time() -> None:
    assert handed(at=LATER).code == handed().code
    assert handed(b"[1]").code != handed().code


def test_instant_is_written_as_nbgrader_reads_it() -> None:
    assert instant(stamp(FIRST)) == FIRST
    assert instant("tomorrow at noon UTC") == ""


@pytest.mark.parametrize(
    "names",
    [("find_price.ipynb",), ("souk/a.ipynb", "other/b.ipynb"), ("a/b/c.ipynb",), ("souk/timestamp.txt",), ("souk/a.ipynb", "souk/run.py")],
    ids=["no module", "two modules", "deeper", "no notebook", "a program"],
)
def test_other_files_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ArchiveForeign):
        unpacked(zip_of(*names))


def test_received_file_lies_where_grading_looks(root: Path) -> None:
    received = receive(root, packed(handed()), LEARNER)

    folder = root / "received" / LEARNER / "souk"
    assert received.is_latest
    assert sorted(path.name for path in folder.iterdir()) == ["add_prices.ipynb", "find_price.ipynb", "timestamp.txt"]
    assert [path.name for path in folder.parent.iterdir()] == ["souk"]


def test_latest_attempt_is_graded_and_every_attempt_is_kept(root: Path) -> None:
    for attempt in (handed(b"[2]", LATER), handed(b"[1]", FIRST)):
        receive(root, packed(attempt), LEARNER)

    kept = sorted(path.name for path in (root / "handed_in" / LEARNER / "souk").iterdir())
    assert graded(root) == b"[2]"
    assert kept == [f"20261120T100000Z-{handed(b'[1]').code}.zip", f"20261121T083000Z-{handed(b'[2]').code}.zip"]


def test_whoever_receives_may_say_which_attempt_counts(root: Path) -> None:
    receive(root, packed(handed(b"[2]", "2099-01-01T00:00:00Z")), LEARNER)

    assert not receive(root, packed(handed(b"[3]", LATER)), LEARNER).is_latest
    assert receive(root, packed(handed(b"[3]", LATER)), LEARNER, whatever_its_time=True).is_latest
    assert graded(root) == b"[3]"


@pytest.mark.parametrize("learner", ["", "../other", "a/b", ".hidden", "a+b", "x" * 80])
def test_learner_is_an_id(root: Path, learner: str) -> None:
    with pytest.raises(Refused, match="no learner's id"):
        receive(root, packed(handed()), learner)

    assert not (root / "received").exists()


def test_module_is_one_of_the_course(root: Path) -> None:
    with pytest.raises(UnknownName, match="souk"):
        receive(root, packed(handed(module="souks")), LEARNER)


def test_file_of_another_kind_is_refused_in_words(root: Path) -> None:
    with pytest.raises(Refused, match="Nothing was kept"):
        receive(root, b"no zip", LEARNER)

    assert not (root / "handed_in").exists()


def test_received_file_is_a_submission_for_grading(root: Path, tiny_course: Course) -> None:
    files = {str(path): content for path, content in build_course(tiny_course).items()}
    name, module = "double_number", "tiny_steps"
    source = nbformat.reads(files[f"nbgrader/source/{module}/{name}.ipynb"].decode(), as_version=4)
    release = release_notebook(source, code_stub="...  # ✎", text_stub="✎")
    (root / "source" / module).mkdir()

    receive(root, packed(HandIn(module=module, at=FIRST, notebooks={name: files[f"release/ar/{module}/{name}.ipynb"]})), LEARNER)

    found = read_intake(root, module, LEARNER, {name: release})
    assert learners_of(root, module) == (LEARNER,)
    assert (found.handed_in, found.language) == (FIRST, "ar")
    assert [intake.notes for intake in found.intakes] == [("untouched",)]


def test_command_says_what_it_received(root: Path) -> None:
    (root / "work.zip").write_bytes(packed(handed()))

    said = CliRunner().invoke(grade, ["receive", str(root), str(root / "work.zip"), "--learner", LEARNER, "--json"])

    assert said.exit_code == 0, said.output
    assert json.loads(said.output) == {
        "at": FIRST,
        "code": handed().code,
        "exercises": ["add_prices", "find_price"],
        "is_latest": True,
        "learner": LEARNER,
        "module": "souk",
    }


def test_command_says_when_a_later_attempt_is_there(root: Path) -> None:
    (root / "work.zip").write_bytes(packed(handed()))
    receive(root, packed(handed(b"[2]", LATER)), LEARNER)
    words = ["receive", str(root), str(root / "work.zip"), "--learner", LEARNER]

    assert "--use-this" in CliRunner().invoke(grade, words).output
    assert graded(root) == b"[2]"
    CliRunner().invoke(grade, [*words, "--use-this"])
    assert graded(root) == b"{}"
