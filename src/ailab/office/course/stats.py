"""What there is, counted from the sources."""

from collections.abc import Iterable
from typing import Any

from ailab.lang import Language
from ailab.office.course.coverage import coverage
from ailab.office.course.messages import messages_of
from ailab.office.course.records import Course, Exercise, Track
from ailab.office.course.trial import known_answers

_PLANNED = {"explorers": 5, "foundations": 12, "youth": 4, "teachers": 3}
"""Modules of each whole track: a competence certificate waits for all of them."""


def statistics(course: Course) -> dict[str, Any]:
    """Return counts, languages and coverage as JSON data."""
    return {
        "modules": len(course.modules),
        "lessons": sum(len(module.lessons) for module in course.modules),
        "exercises": len(course.exercises),
        "points": sum(exercise.points + exercise.written_points for exercise in course.exercises),
        **_answers(course, course.exercises),
        "languages": sorted(course.languages),
        "translations": {language: _translation(course, language) for language in sorted(course.languages)},
        "tracks": {track.slug: _track(course, track) for track in course.tracks},
        "coverage": coverage(course),
        "complete_tracks": [track.slug for track in course.tracks if len(track.modules) >= _PLANNED.get(track.slug, 1_000)],
    }


def _track(course: Course, track: Track) -> dict[str, int]:
    modules = [module for module in course.modules if module.slug in track.modules]
    exercises = [exercise for module in modules for exercise in module.exercises]
    return {"modules": len(modules), "exercises": len(exercises), **_answers(course, exercises)}


def _answers(course: Course, exercises: Iterable[Exercise]) -> dict[str, int]:
    right = wrong = 0
    for exercise in exercises:
        try:
            answers = known_answers(course, exercise)
        except ValueError:
            continue
        right += sum(answer.points == exercise.points for answer in answers)
        wrong += sum(answer.points < exercise.points for answer in answers)
    return {"other_right_answers": right, "wrong_answers": wrong}


def _translation(course: Course, language: Language) -> dict[str, Any]:
    total = done = 0
    reviewers = set()
    for folder, messages in messages_of(course).items():
        texts = {text for text, _ in messages}
        total += len(texts)
        if language == "en":
            done += len(texts)
            continue
        catalogue = course.catalogue(folder, language)
        done += sum(1 for text in texts if (entry := catalogue.entries.get(text)) and entry.text and not entry.fuzzy)
        reviewers.add(catalogue.reviewed_by)
    reviewed_by = ", ".join(sorted(reviewers)) if reviewers and all(reviewers) else ""
    return {"messages": total, "translated": done, "complete": done == total, "reviewed_by": reviewed_by if language != "en" else "source"}
