"""Who handed in what, and what came of it; grading with one press."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from ailab.lang import Language, decimal_text, library_translations
from ailab.office.centre.outline import Exercise, Module
from ailab.office.centre.round.dates import Dates, dates_of, dues_of
from ailab.office.centre.round.index import Seen
from ailab.office.centre.round.jobs import JobSeen, job_seen, jobs_of, start_job
from ailab.office.centre.standing import Cell, cells_of
from ailab.office.centre.tables import Job, Person
from ailab.office.desk.gathered import Gathered
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

SIGNS: Final = {"none": "–", "handed": "✉", "waiting": "✎", "unreadable": "⚠", "zero": "○", "part": "◐", "full": "✔"}
_MODULE: Final = "([a-z][a-z0-9_]*)"
_GOING_ON: Final = ("waiting", "running")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSeen:
    """One square of the grid: a sign, a word, and points where there are some."""

    state: str
    sign: str
    words: str
    points: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSeen:
    """A learner and their squares."""

    person: Person
    handed: Seen | None
    due: str
    cells: tuple[CellSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleSeen:
    """A module in the list: how far the class is."""

    module: Module
    opens_at: str
    due_at: str
    handed: int
    late: int
    to_grade: int
    job: JobSeen | None


def latest_job(session: Session, module: str, group: str) -> Job | None:
    """Return the last run that was asked for, for this class."""
    return next(iter(jobs_of(session, module=module, group=group, last=1)), None)


class Modules(DeskPage):
    """Every module of a class."""

    def look(self, *parts: str) -> Answer:
        """Show how many handed in, and what waits."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            dates = dates_of(session, slug)
            seen = [self._seen(session, known, module, dates) for module in known.modules]
            return self.show("work.html", group=group, modules=seen, learners=len(known.ids))

    def _seen(self, session: Session, known: Gathered, module: Module, dates: Mapping[str, Dates]) -> ModuleSeen:
        own = dates.get(module.slug, Dates())
        handed = [seen for (_, name), seen in known.handed_in.items() if name == module.slug and seen.attempts]
        job = latest_job(session, module.slug, known.group.id)
        return ModuleSeen(
            module=module,
            opens_at=own.opens_at,
            due_at=own.due_at,
            handed=len(handed),
            late=sum(seen.late for seen in handed),
            to_grade=known.to_grade(module.slug),
            job=job_seen(job, now=self.site.stamp()) if job else None,
        )


class Grid(DeskPage):
    """One module: learners and exercises."""

    def look(self, *parts: str) -> Answer:
        """Show the grid, and how far a run of the grader is."""
        slug, name = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            module = next((each for each in known.modules if each.slug == name), None)
            if module is None:
                self.missing()
            job = latest_job(session, name, slug)
            seen = job_seen(job, now=self.site.stamp()) if job else None
            return self.show(
                "work_grid.html",
                group=group,
                module=module,
                rows=self._rows(session, known, module),
                to_grade=known.to_grade(name),
                handed=sum(1 for (_, each), found in known.handed_in.items() if each == name and found.attempts),
                job=seen,
                asked_at=job.asked_at if job else "",
                is_going_on=bool(seen and seen.state in _GOING_ON),
            )

    def act(self, *parts: str) -> Answer:
        """Start the grader for this module and class."""
        slug, name = parts
        with self.session() as session:
            group = self.group(session, slug)
            known = Gathered(session=session, centre=self.centre, group=group, now=self.site.now())
            if name not in {module.slug for module in known.modules}:
                self.missing()
            start_job(self.centre, session, module=name, group=slug, asked_by=self.trainer.id, now=self.site.stamp())
        return self.go(f"class/{slug}/handed-in/{name}/")

    def _rows(self, session: Session, known: Gathered, module: Module) -> list[RowSeen]:
        cells, dues = cells_of(known.known), dues_of(session, module.slug, known.ids)
        return [
            RowSeen(
                person=person,
                handed=handed if (handed := known.handed_in.get((person.id, module.slug))) and handed.attempts else None,
                due=dues.get(person.id, ""),
                cells=tuple(
                    cell_seen(
                        cells[person.id, module.slug, each.slug], each, handed=bool(handed and handed.attempts), language=self.language
                    )
                    for each in module.exercises
                ),
            )
            for person in known.people
        ]


def cell_seen(cell: Cell, exercise: Exercise, *, handed: bool, language: Language) -> CellSeen:
    """Return a square in words; `handed` tells whether anything of the module came."""
    say = library_translations(language)
    words = {
        "none": say("nothing"),
        "handed": say("handed in"),
        "waiting": say("to mark") if exercise.written_points else say("to look at"),
        "unreadable": say("unreadable"),
        "zero": say("no points yet"),
        "part": say("in part"),
        "full": say("all right"),
    }
    state = "handed" if cell.state == "none" and handed else cell.state
    return CellSeen(state=state, sign=SIGNS[state], words=words[state], points=_points(cell, language), is_late=cell.is_late)


def _points(cell: Cell, language: Language) -> str:
    if cell.points is None:
        return ""
    points, maximum = (decimal_text(float(number), language) for number in (cell.points, cell.maximum))
    say = library_translations(language)
    return say("{points} of {maximum}").format(points=points, maximum=maximum)


ADDRESSES: Final = [
    (f"class/{SLUG}/handed-in/", Modules),
    (f"class/{SLUG}/handed-in/{_MODULE}/", Grid),
]
