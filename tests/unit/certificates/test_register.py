"""A register typed from paper decides who was there, and says where it can't be read."""

from pathlib import Path

import pytest

from ailab.errors import Refused
from ailab.office.certificates.register import COLUMNS, Register, read_register

NOW = "2026-11-06T16:00:00Z"
MONDAY = "workshop,Monday,2026-11-02T08:00:00Z,180"
LINES = (
    f"c1-a,{MONDAY},180",
    f"c1-b,{MONDAY},excused",
    f"c1-c,{MONDAY},",
    f"c1-d,{MONDAY},0",
    "c1-a,workshop,Friday,2026-11-06T08:00:00Z,0,",
)


def register(folder: Path, *lines: str, header: str = ",".join(COLUMNS), encoding: str = "utf-8") -> Register:
    path = folder / "register.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding=encoding)
    return read_register(path, recorded_at=NOW)


def test_minutes_excuses_and_gaps_are_three_things(tmp_path: Path) -> None:
    found = register(tmp_path, *LINES)

    assert found.learners == ("c1-a", "c1-b", "c1-c", "c1-d")
    assert [(each.minutes, each.excused) for each in found.of("c1-a")] == [(180, False)]
    assert [(each.minutes, each.excused) for each in found.of("c1-b")] == [(None, True)]
    assert found.of("c1-c") == frozenset()
    assert [each.minutes for each in found.of("c1-d")] == [0]


def test_a_meeting_without_minutes_was_called_off(tmp_path: Path) -> None:
    assert {meeting.meeting: meeting.cancelled for meeting in register(tmp_path, *LINES).meetings} == {"Monday": False, "Friday": True}


def test_who_stayed_longer_was_there_for_the_meeting(tmp_path: Path) -> None:
    assert [each.minutes for each in register(tmp_path, f"c1-a,{MONDAY},500").of("c1-a")] == [180]


def test_semicolons_and_byte_order_marks_of_a_spreadsheet_are_read(tmp_path: Path) -> None:
    lines = [line.replace(",", ";") for line in LINES]

    assert register(tmp_path, *lines, header=";".join(COLUMNS), encoding="utf-8-sig").learners == register(tmp_path, *LINES).learners


@pytest.mark.parametrize(
    ("lines", "header", "words"),
    [
        ((f"c1-a,{MONDAY},180", f"c1-a,{MONDAY},0"), None, ":3: c1-a stands twice"),
        ((f"c1-a,{MONDAY},180", "c1-b,workshop,Monday,2026-11-02T08:00:00Z,90,90"), None, ":3: meeting 'Monday' has another"),
        ((f"c1-a,{MONDAY},often",), None, ":2: minutes are '180', attended is 'often'"),
        ((f"c1-a,{MONDAY},-5",), None, ":2: .*Give minutes from 0"),
        (("c1-a,workshop,Monday,on Monday,180,180",), None, ":2: .*Write it like 2026"),
        ((f",{MONDAY},180",), None, ":2: no learner"),
        ((), "learner,minutes", "no column series, meeting, starts_at, attended"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, lines: tuple[str, ...], header: str | None, words: str) -> None:
    with pytest.raises(Refused, match=words):
        register(tmp_path, *lines, header=header or ",".join(COLUMNS))


def test_another_encoding_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CSV UTF-8"):
        register(tmp_path, "é," + MONDAY, encoding="latin-1")
