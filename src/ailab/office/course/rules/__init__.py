"""The rules of the course, one function each: from a course to problems."""

from collections.abc import Callable, Iterable
from typing import Final

from ailab.office.course.records import Course, Problem
from ailab.office.course.rules import answers, books, exercises, ladders, paths, structure, translations

Rule = Callable[[Course], Iterable[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    structure.slugs_are_slugs,
    structure.ids_are_unique,
    structure.order_is_complete,
    structure.prerequisites_come_before,
    structure.editions_are_complete,
    structure.frameworks_are_known,
    structure.data_sets_match_their_datasheet,
    structure.lessons_follow_primm,
    structure.lessons_run_from_source,
    structure.pictures_have_words,
    exercises.cells_fit_an_exercise,
    exercises.check_cell_holds_check_alone,
    exercises.answers_hold_a_solution,
    exercises.outcomes_are_the_modules,
    exercises.points_and_rubric_agree,
    exercises.data_are_declared,
    exercises.exercises_follow_a_lesson,
    exercises.results_are_shown_one_way,
    ladders.ladders_lead_on,
    answers.checks_can_be_used,
    answers.enough_known_answers,
    answers.submissions_belong_to_an_exercise,
    answers.known_answers_get_what_they_must,
    paths.short_paths_can_be_walked,
    books.books_are_whole,
    books.tracks_have_all_their_books,
    translations.catalogues_are_complete,
    translations.kept_parts_are_kept,
    translations.glossary_is_sound,
    translations.glossary_is_followed,
    translations.arabic_digits_are_latin,
    translations.placeholders_are_known,
)

__all__ = ["RULES", "Rule"]
