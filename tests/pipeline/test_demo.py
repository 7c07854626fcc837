"""A whole class on the tiny course: what each learner gets, and that nobody pays for somebody else's damage."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ailab.cli.certificate import certificate
from ailab.cli.engines import opened_engine
from ailab.cli.grade import grade
from ailab.errors import Refused
from ailab.office.course import Course
from ailab.office.demo import play_class
from ailab.office.grading.notes import learner_text
from ailab.office.ledger import LEDGER, read_ledger

from .conftest import MODULE, Played

pytestmark = pytest.mark.slow

MESSAGES = {
    "late": "late",
    "syntax_error": "syntax_error",
    "endless_loop": "endless",
    "huge_output": "flood",
    "deleted_check": "check_put_back",
    "duplicated_check": "copied",
    "renamed": "renamed",
    "broken_json": "damaged",
    "missing": "missing",
}


@pytest.mark.parametrize(("kind", "note"), MESSAGES.items())
def test_each_broken_submission_has_one_message_in_the_learners_language(played: Played, kind: str, note: str) -> None:
    learner = played.learner(kind)

    assert [(message["kind"], message["text"]) for message in learner["messages"]] == [(note, learner_text(note, learner["language"]))]


@pytest.mark.parametrize("kind", ["right", "late", "huge_output", "deleted_check", "duplicated_check", "renamed"])
def test_damage_with_a_clear_meaning_costs_no_points(played: Played, kind: str) -> None:
    assert all(exercise["points"] == exercise["maximum"] for exercise in exercises(played.learner(kind)).values())


@pytest.mark.parametrize("kind", MESSAGES)
def test_the_other_exercise_keeps_its_points(played: Played, kind: str) -> None:
    fine = [exercise for exercise in exercises(played.learner(kind)).values() if not exercise["messages"]]

    assert fine
    assert all(exercise["points"] == exercise["maximum"] for exercise in fine)


def exercises(learner: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = learner["exercises"][MODULE]
    return found


def test_absent_is_not_zero(played: Played) -> None:
    states = {
        kind: [(each["points"], each["status"]) for each in exercises(played.learner(kind)).values() if each["status"] != "graded" or each["points"] == 0]
        for kind in ("missing", "broken_json", "blank")
    }

    assert states == {"missing": [(None, "missing")], "broken_json": [(None, "unreadable")], "blank": [(0, "graded"), (0, "graded")]}


def test_written_answers_carry_the_marks_a_person_gave(played: Played) -> None:
    written = [exercises(played.learner(kind))["explain_doubling"] for kind in ("right", "blank")]

    assert [(each["written_points"], each["written_maximum"], each["status"]) for each in written] == [(3, 3, "graded"), (0, 3, "graded")]


def test_decisions_follow_the_points_and_come_with_reasons(played: Played) -> None:
    outcomes = {kind: played.learner(kind)["decisions"][0]["outcome"] for kind in ("right", "blank", "broken_json", "missing")}

    assert outcomes == {"right": "eligible", "blank": "not_yet", "broken_json": "pending_human", "missing": "not_yet"}
    assert all(decision["reasons"] for learner in played.report["learners"] for decision in learner["decisions"])


def test_certificates_are_there_for_those_eligible_alone(played: Played) -> None:
    named = {decision["certificate"] for learner in played.report["learners"] for decision in learner["decisions"] if decision["outcome"] == "eligible"}
    made = {path.relative_to(played.root).as_posix() for path in (played.root / "certificates").iterdir()}

    assert made == named
    assert all((played.root / name).read_bytes().startswith(b"%PDF") for name in made)


def test_learner_ids_fit_everywhere_and_carry_no_name(played: Played) -> None:
    assert all(re.fullmatch(r"sample-[a-z0-9]{6}", learner["id"]) for learner in played.report["learners"])
    assert {learner["language"] for learner in played.report["learners"]} == {"ar", "en", "fr"}


def test_feedback_pages_read_in_their_direction_and_need_no_network(played: Played) -> None:
    for learner in played.report["learners"]:
        for exercise in exercises(learner).values():
            page = (played.root / exercise["feedback"]).read_text(encoding="utf-8")
            opening = re.search(r"<html [^>]*>", page)
            assert opening
            assert f'lang="{learner["language"]}"' in opening[0]
            assert ('dir="rtl"' in opening[0]) == (learner["language"] == "ar")
            assert not re.search(r"https?://", page)


def test_feedback_reaches_the_exchange_of_each_language(played: Played) -> None:
    for language in ("ar", "en", "fr"):
        assert list((played.root / "exchange" / language / "ailab" / "feedback").glob("*.html"))


def test_the_report_page_is_escaped_and_stands_alone(played: Played) -> None:
    page = (played.root / "report.html").read_text(encoding="utf-8")

    assert not re.search(r"https?://|<script", page)
    assert all(learner["id"] in page for learner in played.report["learners"])


def test_grading_again_runs_nothing_and_adds_nothing(played: Played) -> None:
    before = (played.root / LEDGER).read_bytes()

    answer = CliRunner().invoke(grade, ["run", str(played.root), MODULE, "--json"])

    assert json.loads(answer.output)["new"] == 0
    assert answer.exit_code == 1  # one notebook cannot be read
    assert (played.root / LEDGER).read_bytes() == before


def test_unknown_names_get_a_suggestion(played: Played) -> None:
    module = CliRunner().invoke(grade, ["report", str(played.root), "tiny_stesp"])
    learner = CliRunner().invoke(grade, ["run", str(played.root), MODULE, "--learner", "sample-zzzzzz"])

    assert (module.exit_code, learner.exit_code) == (2, 2)
    assert "Did you mean 'tiny_steps'?" in module.output
    assert "Unknown learner 'sample-zzzzzz'" in learner.output


def test_the_points_table_names_every_result(played: Played) -> None:
    answer = CliRunner().invoke(grade, ["report", str(played.root), MODULE])

    assert answer.exit_code == 0
    assert len(answer.output.splitlines()) == len({result.key for result in read_ledger(played.root / LEDGER)}) == 24


def test_certificates_can_be_decided_and_issued_from_the_ledger(played: Played, tmp_path: Path) -> None:
    right = played.learner("right")["id"]
    policy = str(played.root.parent / "course_root" / "graders" / "policies" / "tiny_statement.toml")
    names = tmp_path / "names.csv"
    names.write_text(f"learner,name\n{right},اسم نموذجي\n", encoding="utf-8")
    shared = [str(played.root), "--policy", policy, "--learner", right, "--as-of", "2027-01-09T09:00:00Z"]

    decided = CliRunner().invoke(certificate, ["decide", *shared, "--json"])
    issued = CliRunner().invoke(
        certificate,
        ["issue", *shared, "--root", str(played.root.parent / "course_root"), "--names", str(names), "--issuer", "Sample", "--place", "Berkane", "--out", str(tmp_path)],
    )

    assert [each["outcome"] for each in json.loads(decided.output)] == ["eligible"]
    assert (issued.exit_code, (tmp_path / f"{right}-tiny_statement.pdf").read_bytes()[:4]) == (0, b"%PDF")


def test_playing_again_gives_the_same_bytes(tmp_path: Path, tiny_course: Course) -> None:
    made = []
    for name in ("one", "two"):
        with opened_engine("ailab") as engine:
            play_class(tiny_course, tmp_path / name, size=1, engine=engine)
        made.append([(tmp_path / name / file).read_bytes() for file in ("report.json", "report.html", "ledger.jsonl")])

    assert made[0] == made[1]


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, tiny_course: Course) -> None:
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(Refused, match="holds files that no demonstration made"):
        play_class(tiny_course, tmp_path, size=1)
    assert (tmp_path / "precious.txt").read_text(encoding="utf-8") == "mine"
