"""A caravan's visit: guests without names, counted and forgotten."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class Visit(Table):
    """One visit to a school; what stays of it is a number."""

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
    wiped_at: Mapped[str] = mapped_column(default="")
    counted: Mapped[int] = mapped_column(default=0)
    finished: Mapped[int] = mapped_column(default=0)
    """How many did the last step."""


class Guest(Table):
    """Who is here now, under an animal's name; gone when the visit ends."""

    __tablename__ = "guests"
    __table_args__ = (UniqueConstraint("visit", "animal", name="uq_guests_animal"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    """Also the name at the hub."""
    visit: Mapped[int] = mapped_column(ForeignKey("visits.id", ondelete="CASCADE"))
    animal: Mapped[str]
    """A slug of the list, with a number when there are more guests than animals."""
    since: Mapped[str]
