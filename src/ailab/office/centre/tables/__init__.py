"""What is stored, by topic. Instants are UTC text such as 2026-11-20T10:00:00Z; a change here needs a revision in migrations/."""

from ailab.office.centre.tables.desk import Comment, Issued, Job, MarkMade, Override, SetAside
from ailab.office.centre.tables.groups import Consent, Enrolment, Group, Meeting, Presence
from ailab.office.centre.tables.metadata import Table
from ailab.office.centre.tables.people import Person, Try
from ailab.office.centre.tables.round import Due, Extension, HandedIn, Pair
from ailab.office.centre.tables.visits import Guest, Visit

__all__ = [
    "Comment",
    "Consent",
    "Due",
    "Enrolment",
    "Extension",
    "Group",
    "Guest",
    "HandedIn",
    "Issued",
    "Job",
    "MarkMade",
    "Meeting",
    "Override",
    "Pair",
    "Person",
    "Presence",
    "SetAside",
    "Table",
    "Try",
    "Visit",
]
