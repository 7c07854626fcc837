"""Classes, who is in them, who was there, who agreed."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class Group(Table):
    """A class: who learns together, in which language, when."""

    __tablename__ = "classes"

    id: Mapped[str] = mapped_column(primary_key=True)
    """A slug."""
    title: Mapped[str]
    language: Mapped[str]
    band: Mapped[str] = mapped_column(default="")
    """8-10, 11-14, 15-17, 18-35, teachers; empty when mixed."""
    form: Mapped[str] = mapped_column(default="python")
    edition: Mapped[str]
    time_zone: Mapped[str]
    track: Mapped[str] = mapped_column(default="")
    modules: Mapped[str] = mapped_column(default="")
    """Slugs with commas between; empty for the whole track, or the whole course."""
    series: Mapped[str] = mapped_column(default="workshop")
    """The series of meetings that policies of participation name."""
    starts_on: Mapped[str] = mapped_column(default="")
    ends_on: Mapped[str] = mapped_column(default="")
    is_open: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[str]


class Enrolment(Table):
    """A person in a class."""

    __tablename__ = "enrolments"
    __table_args__ = (UniqueConstraint("person", "group", name="uq_enrolments_person_group"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    group: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    """learner or trainer."""
    since: Mapped[str]
    left_at: Mapped[str] = mapped_column(default="")


class Meeting(Table):
    """A session of a class."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("group", "title", name="uq_meetings_group_title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    starts_at: Mapped[str]
    minutes: Mapped[int]
    is_cancelled: Mapped[bool] = mapped_column(default=False)


class Presence(Table):
    """What the register says of one learner and one meeting; no row while nobody has said anything."""

    __tablename__ = "presences"
    __table_args__ = (UniqueConstraint("meeting", "person", name="uq_presences_meeting_person"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    minutes: Mapped[int | None]
    """0 for an absence; None when excused."""
    is_excused: Mapped[bool] = mapped_column(default=False)
    by: Mapped[str]
    at: Mapped[str]


class Consent(Table):
    """A yes or a no that a family gave on paper, for one purpose."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("person", "purpose", name="uq_consents_person_purpose"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    purpose: Mapped[str]
    """The questions of the parents' page (centre.consent): results, certificate, showing."""
    is_given: Mapped[bool]
    on: Mapped[str]
    """Date on the paper."""
    by: Mapped[str]
    """Who entered it."""
    at: Mapped[str]
