"""A release in another language or form: prose replaced by cell id, nothing else touched."""

from copy import deepcopy
from typing import Any

from ailab.lang import Language
from ailab.office.build.cells import rendered_prose, source_hash
from ailab.office.course.records import Course, Exercise, Form


def localise_release(release: Any, course: Course, exercise: Exercise, *, language: Language, form: Form, edition: str) -> Any:
    """Return the release of an exercise in a language and a form.

    Code cells and nbgrader's metadata stay byte for byte what the release holds.
    """
    catalogue = course.catalogue(exercise.path.parent, language)
    words = course.editions[edition]
    prose = {cell.id: cell.source for cell in exercise.cells if cell.role == "prose"}
    other_forms = {cell.id for cell in exercise.cells if cell.form not in (None, form)}
    notebook = deepcopy(release)
    notebook.cells = [cell for cell in notebook.cells if cell.id not in other_forms]
    for cell in notebook.cells:
        if cell.id in prose:
            cell.source = rendered_prose(prose[cell.id], catalogue, words, language)
            cell.metadata["ailab"]["hash"] = source_hash(cell.source)
    notebook.metadata["ailab"] |= {"language": language, "form": form}
    return notebook
