"""The course tree as frozen records: reading, checking.

    Course ─ Track ─ Module ─┬─ Lesson ─ Cell
                             └─ Exercise ─ Cell
    Catalogue: one folder's translations into one language

Reading never fails half-way: it returns what could be read and every problem found.
"""

from ailab.office.course.check import check_course
from ailab.office.course.read import Reading, read_course
from ailab.office.course.records import (
    Catalogue,
    Cell,
    Course,
    DataSet,
    Edition,
    Exercise,
    Lesson,
    Module,
    Problem,
    Track,
)

__all__ = [
    "Catalogue",
    "Cell",
    "Course",
    "DataSet",
    "Edition",
    "Exercise",
    "Lesson",
    "Module",
    "Problem",
    "Reading",
    "Track",
    "check_course",
    "read_course",
]
