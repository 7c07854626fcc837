"""A caravan's visit: guests without names, counted and forgotten."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class Visit(Table):
    """One visit to a school; what stays of it are numbers."""

    __tablename__ = "visits"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    """What guests type."""
    place: Mapped[str] = mapped_column(default="")
    institution: Mapped[str] = mapped_column(default="")
    path: Mapped[str] = mapped_column(default="caravan_visit")
    language: Mapped[str]
    opened_at: Mapped[str]
    ends_at: Mapped[str]
    """By the machine's clock at the opening; what counts is the time that has gone by (spent_s)."""
    minutes: Mapped[int]
    most: Mapped[int]
    """Guests at most."""
    spent_s: Mapped[float] = mapped_column(default=0.0)
    """Time gone by when somebody last looked."""
    seen_at: Mapped[str]
    """When somebody last looked, by the machine's clock."""
    boot: Mapped[str]
    """Which run of the machine that was."""
    boot_s: Mapped[float]
    """How long the machine had run then: no change of its clock moves this."""
    ended_at: Mapped[str] = mapped_column(default="")
    """Since then nobody comes in, and everything of the guests is being wiped."""
    wiped_at: Mapped[str] = mapped_column(default="")
    counted: Mapped[int] = mapped_column(default=0)
    """Who came in."""
    finished: Mapped[int] = mapped_column(default=0)
    """Who ran something in the last step."""


class Guest(Table):
    """Who is here now, under an animal's name; gone when the visit ends."""

    __tablename__ = "guests"
    __table_args__ = (UniqueConstraint("visit", "animal", "number", name="uq_guests_animal"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    """Also the name at the hub."""
    visit: Mapped[int] = mapped_column(ForeignKey("visits.id", ondelete="CASCADE"))
    animal: Mapped[str]
    """A slug of the list."""
    number: Mapped[int] = mapped_column(default=1)
    """From 2 on when there are more guests than animals."""
    language: Mapped[str]
    is_gone: Mapped[bool] = mapped_column(default=False)
    """Left before the visit ended: their traces go at once."""
    is_counted: Mapped[bool] = mapped_column(default=False)
    """Whether their last step is in the visit's number: a wipe that was broken off doesn't count twice."""
