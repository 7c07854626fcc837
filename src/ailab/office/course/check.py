"""Check a course: every rule, every problem."""

from ailab.office.course.records import Course, Problem
from ailab.office.course.rules import RULES


def check_course(course: Course) -> tuple[Problem, ...]:
    """Return everything that needs attention, in order of path and line."""
    found = {problem for rule in RULES for problem in rule(course)}
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.what)))
