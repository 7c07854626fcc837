"""The test a machine takes before it becomes a centre."""

from pathlib import Path

import pytest

from ailab.office.hub.kit.selftest import TRIALS, Trial, run
from ailab.office.hub.kit.selftest.machine import look_at_packages, look_at_sandbox
from ailab.office.hub.kit.selftest.work import course_folder, grade_exercise, print_certificate


def fails(_folder: Path) -> str:
    raise ValueError("no room")


def writes(folder: Path) -> str:
    assert list(folder.iterdir()) == []
    (folder / "left").touch()
    return "3 kB"


def test_each_trial_has_a_line_with_a_sign_and_a_word() -> None:
    said: list[str] = []

    code = run(out=said.append, trials=[Trial(title="First", attempt=writes), Trial(title="Second", attempt=fails)])

    assert code == 1
    assert said == [
        "✔ First: works (0.0 s): 3 kB",
        "✘ Second: does not work (0.0 s): no room",
        "Not working on this machine: 1",
    ]


def test_a_machine_on_which_everything_works_can_be_a_centre() -> None:
    said: list[str] = []

    assert run(out=said.append, trials=[Trial(title="First", attempt=writes)]) == 0
    assert said[-1] == "This machine can be a center."


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_it_speaks_the_operators_language(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("AILAB_LANG", language)
    said: list[str] = []

    run(out=said.append, trials=[Trial(title=TRIALS[0].title, attempt=writes)])

    assert "works" not in said[0]
    assert "Packages" not in said[0]


def test_what_a_centre_stands_on_is_installed_here(tmp_path: Path) -> None:
    assert "jupyterhub" in look_at_packages(tmp_path)


def test_an_arabic_certificate_is_printed(tmp_path: Path) -> None:
    assert print_certificate(tmp_path).endswith("kB")


def test_a_layer_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ailab.office.hub.kit.selftest import machine
    from ailab.office.sandbox import LAYERS, Probe

    monkeypatch.setattr(
        machine,
        "probe",
        lambda: tuple(Probe(layer=layer, works=layer.name not in ("user", "cgroup"), detail="not permitted") for layer in LAYERS),
    )

    with pytest.raises(Exception, match=r"user \(not permitted\)"):
        look_at_sandbox(tmp_path)


@pytest.mark.slow
def test_a_right_answer_is_graded_right_and_an_empty_one_is_not(tmp_path: Path) -> None:
    try:
        course_folder()
    except Exception:
        pytest.skip("the course is not built")

    assert grade_exercise(tmp_path)
