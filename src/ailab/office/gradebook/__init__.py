"""The one room that imports nbgrader: its release steps, folders, metadata and database."""

from ailab.office.gradebook.release import release_notebook

__all__ = ["release_notebook"]
