"""Every cheat of `cheats/`, handed in to one class and graded in one run: what it does to its grade, to others, to the machine."""

import pytest

from . import arena as the
from .arena import EXERCISE, EXPECTED_CANARY, FULL, INPUT_CANARY, RIGHT, SOURCE_CANARY, Cheat
from .fight import NEIGHBORS, Fought, fight
from .meeting import EXERCISE as MEETING
from .meeting import SEED_CANARY, WORLD_CANARY

CHEATS = the.read_cheats()
HIDDEN = (SOURCE_CANARY, INPUT_CANARY, EXPECTED_CANARY, WORLD_CANARY, SEED_CANARY)
SAMPLE = 8
"""Every how manieth cheat stands for all in a quick run; the full count is `make proof`."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Fought:
    return fight(tmp_path_factory.mktemp("sample"), CHEATS[::SAMPLE])


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Fought:
    return fight(tmp_path_factory.mktemp("arena"), CHEATS)


@pytest.fixture(params=[pytest.param("sample", marks=pytest.mark.slow), pytest.param("full", marks=[pytest.mark.proof, pytest.mark.slow])])
def fought(request: pytest.FixtureRequest) -> Fought:
    found: Fought = request.getfixturevalue(request.param)
    return found


def test_no_cheat_earns_what_its_work_did_not(fought: Fought) -> None:
    earned = the.marks_of(fought.root, fought.cheats)

    assert {cheat.name: earned[cheat.name] for cheat in fought.cheats if (earned[cheat.name] or 0.0) != cheat.points} == {}


def test_neighbors_keep_their_points(fought: Fought) -> None:
    points = the.marks(fought.root)

    assert {neighbor: points[neighbor] for neighbor in NEIGHBORS} == dict.fromkeys(NEIGHBORS, (FULL, False))
    for neighbor in NEIGHBORS:
        assert RIGHT in [
            cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
            for cell in the.autograded(fought.root, neighbor)["cells"]
        ]


def test_no_cheat_got_through_to_anything(fought: Fought) -> None:
    said = {
        cheat.name: [
            text
            for text in the.output_texts(the.autograded(fought.root, cheat.learner, cheat.exercise))
            if "LEAK" in text and "print" not in text
        ]
        for cheat in fought.cheats
    }

    assert {name: texts for name, texts in said.items() if texts} == {}


def test_nothing_hidden_stands_in_any_output(fought: Fought) -> None:
    shown = [
        cheat.name
        for cheat in fought.cheats
        for text in the.output_texts(the.autograded(fought.root, cheat.learner, cheat.exercise))
        if any(canary in text for canary in HIDDEN)
    ]

    assert shown == []


def test_nothing_hidden_stands_in_any_file_of_a_learner(fought: Fought) -> None:
    for path in (fought.root / "autograded").rglob("*"):
        if path.is_file() and path.suffix != ".ipynb":
            content = path.read_bytes()
            assert not any(canary.encode() in content for canary in HIDDEN), path


def test_no_file_changed_outside(fought: Fought) -> None:
    assert fought.changed == ()


def test_no_packet_was_heard(fought: Fought) -> None:
    assert fought.heard == ()


def test_no_process_was_left(fought: Fought) -> None:
    assert fought.left == ()


def test_the_run_took_a_bounded_time(fought: Fought) -> None:
    assert fought.seconds < 10 * len(fought.cheats)


@pytest.mark.parametrize("cheat", CHEATS, ids=lambda cheat: cheat.name)
def test_a_cheat_says_what_it_tries_and_what_it_has_earned(cheat: Cheat) -> None:
    assert cheat.tries
    assert 0 <= cheat.points <= FULL
    assert cheat.stock in ("run", "harm", "skip")
    assert cheat.exercise in (EXERCISE, MEETING)
    assert cheat.answers[0]
