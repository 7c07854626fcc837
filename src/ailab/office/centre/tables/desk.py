"""What trainers do: marks, comments, certificates, runs of the grader."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class MarkMade(Table):
    """A mark that a trainer gave; the latest one that was not undone stands in nbgrader's gradebook."""

    __tablename__ = "marks"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    module: Mapped[str]
    exercise: Mapped[str]
    cell: Mapped[str]
    levels: Mapped[str] = mapped_column(default="")
    """JSON: level by criterion of the rubric."""
    points: Mapped[str]
    """Decimal text."""
    said: Mapped[str] = mapped_column(default="")
    """JSON: comments of the bank by id, and the trainer's own words."""
    comment: Mapped[str] = mapped_column(default="")
    """What the learner reads, in their language."""
    before: Mapped[str] = mapped_column(default="")
    """JSON of what stood in the gradebook, for undo."""
    after: Mapped[str] = mapped_column(default="")
    """JSON of what was put there."""
    by: Mapped[str]
    at: Mapped[str]
    undone_at: Mapped[str] = mapped_column(default="")
    is_past: Mapped[bool] = mapped_column(default=False)
    """It was undone and another mark was given since: it is not done again."""
    told_at: Mapped[str] = mapped_column(default="")
    """When ledger and feedback took note of it, or of its undoing; empty while they have not."""


class Override(Table):
    """An automatic score that a trainer replaced, with the reason."""

    __tablename__ = "overrides"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    module: Mapped[str]
    exercise: Mapped[str]
    cell: Mapped[str]
    points: Mapped[str]
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[str]
    undone_at: Mapped[str] = mapped_column(default="")
    told_at: Mapped[str] = mapped_column(default="")


class SetAside(Table):
    """An answer that a trainer wants to look at again later."""

    __tablename__ = "set_aside"
    __table_args__ = (UniqueConstraint("by", "person", "module", "exercise", name="uq_set_aside_answer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    module: Mapped[str]
    exercise: Mapped[str]
    by: Mapped[str]
    at: Mapped[str]


class Comment(Table):
    """A comment worth giving again, in three languages."""

    __tablename__ = "comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    exercise: Mapped[str] = mapped_column(default="")
    """Empty for every exercise."""
    en: Mapped[str] = mapped_column(default="")
    fr: Mapped[str] = mapped_column(default="")
    ar: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    at: Mapped[str]


class Issued(Table):
    """A certificate that was handed out."""

    __tablename__ = "issued"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    group: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    policy: Mapped[str]
    version: Mapped[str]
    kind: Mapped[str]
    decision: Mapped[str]
    """SHA-256 of the decision."""
    credential: Mapped[str] = mapped_column(unique=True)
    """urn:uuid:…"""
    file: Mapped[str]
    """Below the course folder."""
    by: Mapped[str]
    at: Mapped[str]
    revoked_at: Mapped[str] = mapped_column(default="")
    revoked_why: Mapped[str] = mapped_column(default="")


class Job(Table):
    """A run of the grader that somebody asked for."""

    __tablename__ = "jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    group: Mapped[str] = mapped_column(default="")
    module: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[str]
    started_at: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[str] = mapped_column(default="")
    done: Mapped[int] = mapped_column(default=0)
    of: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(default="")
    pid: Mapped[int] = mapped_column(default=0)
