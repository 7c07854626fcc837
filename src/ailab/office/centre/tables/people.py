"""Who may log in, and who tried."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ailab.office.centre.tables.metadata import Table


class Person(Table):
    """A learner, a trainer or a lead. Names and what describes a child stay in this database: no record elsewhere holds them."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(primary_key=True)
    """Also the name at the hub and at nbgrader."""
    kind: Mapped[str]
    """learner, trainer, lead; a lead may do everything in every class."""
    login: Mapped[str] = mapped_column(unique=True)
    """As typed on the first page, in its folded form (people.logins)."""
    pseudonym: Mapped[str] = mapped_column(default="")
    """The same as written on the card: "Gazelle 7"."""
    display_name: Mapped[str] = mapped_column(default="")
    """As it is to stand on a certificate."""
    language: Mapped[str] = mapped_column(default="")
    """Of their pages; empty for that of their class."""
    birth_year: Mapped[int | None]
    gender: Mapped[str] = mapped_column(default="")
    """f, m, or empty when not given."""
    place: Mapped[str] = mapped_column(default="")
    """City or wilaya."""
    institution: Mapped[str] = mapped_column(default="")
    """Code of the school or centre."""
    secret_kind: Mapped[str] = mapped_column(default="")
    """pin, pictures, passphrase; empty while none was set: then nobody gets in."""
    secret: Mapped[str] = mapped_column(default="")
    """Salted hash with its parameters."""
    secret_at: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[str]


class Try(Table):
    """An attempt to log in."""

    __tablename__ = "tries"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(index=True)
    address: Mapped[str] = mapped_column(index=True)
    at: Mapped[str] = mapped_column(index=True)
    worked: Mapped[bool]
    person: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
