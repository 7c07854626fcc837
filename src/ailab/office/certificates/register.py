"""A register kept on paper and typed into a table: who was at which meeting.

    learner,series,meeting,starts_at,minutes,attended
    c1-a7k2,workshop,Monday,2026-11-02T08:00:00Z,180,180
    c1-b3m9,workshop,Monday,2026-11-02T08:00:00Z,180,excused
    c1-c4n1,workshop,Monday,2026-11-02T08:00:00Z,180,

`attended` holds minutes (0 for an absence), `excused`, or nothing where the register was not filled in: absent is not zero.
A meeting that was called off has 0 scheduled minutes. Excel's semicolons and byte order marks are read too.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from ailab.errors import Refused
from ailab.office.certificates.errors import FactsInvalid
from ailab.office.certificates.facts import LearnerId, Meeting, Presence

COLUMNS: Final = ("learner", "series", "meeting", "starts_at", "minutes", "attended")
_EXCUSED: Final = "excused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Meetings, and who was there."""

    meetings: frozenset[Meeting]
    presences: frozenset[Presence]
    learners: tuple[str, ...]
    """Everybody on the list, in order of their ids."""

    def of(self, learner: str) -> frozenset[Presence]:
        """Return what the register says of one learner."""
        return frozenset(presence for presence in self.presences if presence.learner == learner)


EMPTY: Final = Register(meetings=frozenset(), presences=frozenset(), learners=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    place: str
    learner: str
    meeting: Meeting
    presence: Presence | None


def read_register(path: Path, *, recorded_at: str) -> Register:
    """Return the register in this file.

    Raises
    ------
    Refused
        With file, line, what is wrong and a remedy; nothing of the file is used then.
    """
    rows = tuple(_rows(path, recorded_at))
    meetings: dict[tuple[str, str], Meeting] = {}
    for row in rows:
        key = (row.meeting.series, row.meeting.meeting)
        if meetings.setdefault(key, row.meeting) != row.meeting:
            raise Refused(
                f"{row.place}: meeting '{row.meeting.meeting}' has another time or length than further up. Give each row the same."
            )
    _expect_once(rows)
    return Register(
        meetings=frozenset(meetings.values()),
        presences=frozenset(row.presence for row in rows if row.presence),
        learners=tuple(sorted({row.learner for row in rows})),
    )


def _rows(path: Path, recorded_at: str) -> Iterator[_Row]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: not UTF-8 (byte {error.start}). Save the table as “CSV UTF-8”.") from None
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise Refused(f"{path}: no column {', '.join(missing)}. Its first line must hold: {','.join(COLUMNS)}")
    for row in reader:
        yield _row(f"{path}:{reader.line_num}", {name: (row[name] or "").strip() for name in COLUMNS}, recorded_at)


def _row(place: str, row: dict[str, str], recorded_at: str) -> _Row:
    try:
        minutes = int(row["minutes"])
        meeting = Meeting(
            series=row["series"], meeting=row["meeting"], starts_at=row["starts_at"], minutes=max(minutes, 1), cancelled=minutes == 0
        )
        attended = row["attended"].lower()
        presence = None
        if attended and minutes:
            presence = Presence(
                learner=LearnerId(row["learner"]),
                series=meeting.series,
                meeting=meeting.meeting,
                minutes=None if attended == _EXCUSED else min(int(attended), minutes),
                excused=attended == _EXCUSED,
                source=f"register {place}",
                recorded_at=recorded_at,
            )
    except FactsInvalid as error:
        raise Refused(f"{place}: {error}") from None
    except ValueError:
        raise Refused(
            f"{place}: minutes are '{row['minutes']}', attended is '{row['attended']}'. Write whole minutes, or excused, or nothing."
        ) from None
    if not row["learner"]:
        raise Refused(f"{place}: no learner. Write their id, or take the line out.")
    return _Row(place=place, learner=row["learner"], meeting=meeting, presence=presence)


def _expect_once(rows: tuple[_Row, ...]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.learner, row.meeting.series, row.meeting.meeting)
        if key in seen:
            raise Refused(f"{row.place}: {row.learner} stands twice for '{row.meeting.meeting}'. Keep the line that holds.")
        seen.add(key)
