"""From assigning to handing in: dates, pairs, and an index of what came."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class Due(Table):
    """When a class may begin a module, and until when it hands it in."""

    __tablename__ = "dues"
    __table_args__ = (UniqueConstraint("group", "module", name="uq_dues_group_module"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    module: Mapped[str]
    opens_at: Mapped[str] = mapped_column(default="")
    due_at: Mapped[str] = mapped_column(default="")


class Extension(Table):
    """More time for one learner."""

    __tablename__ = "extensions"
    __table_args__ = (UniqueConstraint("person", "module", name="uq_extensions_person_module"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    module: Mapped[str]
    due_at: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    by: Mapped[str]
    at: Mapped[str]


class Pair(Table):
    """Two learners who hand in one piece of work, once both have said so."""

    __tablename__ = "pairs"

    id: Mapped[int] = mapped_column(primary_key=True)
    module: Mapped[str]
    first: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    """Who asked."""
    second: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    asked_at: Mapped[str]
    confirmed_at: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[str] = mapped_column(default="")


class HandedIn(Table):
    """One attempt that was acknowledged; its files stand in nbgrader's exchange."""

    __tablename__ = "handed_in"
    __table_args__ = (
        UniqueConstraint("person", "module", "attempt", name="uq_handed_in_attempt"),
        UniqueConstraint("person", "module", "code", "key", name="uq_handed_in_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    module: Mapped[str]
    attempt: Mapped[int]
    at: Mapped[str]
    code: Mapped[str]
    key: Mapped[str]
    """What the sender called this attempt: sent twice, it is one."""
    folder: Mapped[str]
    """Its name in exchange/<course>/inbound."""
    partner: Mapped[str] = mapped_column(default="")
    collected_at: Mapped[str] = mapped_column(default="")
