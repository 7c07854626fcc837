"""The course tree as frozen records: reading, checking.

    Course ─ Track ─ Module ─┬─ Lesson ─ Cell
                             └─ Exercise ─ Cell
    Book: pages for those who teach, or for parents
    Catalogue: one folder's translations into one language

Reading never fails half-way: it returns what could be read and every problem found.
"""

from ailab.office.course.check import check_course
from ailab.office.course.read import Reading, read_course
from ailab.office.course.records import (
    Book,
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
    "Book",
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
