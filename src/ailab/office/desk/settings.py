"""Settings of a class: language, band, country, modules and their dates, more time for one learner."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import available_timezones

from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre.groups import BANDS, EDITIONS, FORMS, change_group, choose_modules, expect_day, in_order, modules_of
from ailab.office.centre.outline import Module, outline_of
from ailab.office.centre.people import learners_of
from ailab.office.centre.round.dates import (
    Dates,
    dates_of,
    extend,
    extensions_of,
    instant_of,
    local_of,
    set_dates,
    take_back_extension,
)
from ailab.office.centre.tables import Extension, Group, Person
from ailab.office.desk.draw import apart
from ailab.office.desk.morning import SLUG
from ailab.office.desk.page import DeskPage
from ailab.office.desk.site import Answer

_FIRST_HOUR: Final = "00:00"
_LAST_HOUR: Final = "23:59"
_ZONES: Final = ("Africa/Casablanca", "Africa/Algiers", "Africa/Tunis", "Europe/Paris", "UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleDates:
    """A module of the course beside what the class does with it."""

    module: Module
    is_chosen: bool
    opens_on: str
    due_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionSeen:
    """More time that somebody has."""

    row: Extension
    person: Person
    module: str


class Settings(DeskPage):
    """All settings of a class."""

    def look(self, *parts: str) -> Answer:
        """Show the forms."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            outline = outline_of(self.centre)
            people = {person.id: person for person in in_order(learners_of(session, slug))}
            return self.show(
                "settings.html",
                group=group,
                bands=BANDS,
                editions=EDITIONS,
                forms=FORMS,
                zones=sorted({*_ZONES, group.time_zone}),
                modules=self._modules(session, group),
                own=[module for module in modules_of(group, outline) if module.exercises],
                people=list(people.values()),
                extensions=[
                    ExtensionSeen(row=row, person=people[row.person], module=outline.titles(self.language).get(row.module, row.module))
                    for row in extensions_of(session, slug)
                    if row.person in people
                ],
            )

    def _modules(self, session: Session, group: Group) -> list[ModuleDates]:
        outline, dates = outline_of(self.centre), dates_of(session, group.id)
        chosen = {module.slug for module in modules_of(group, outline)}
        return [self._dates(module, module.slug in chosen, dates, group) for module in outline.modules if module.exercises]

    def _dates(self, module: Module, chosen: bool, dates: Mapping[str, Dates], group: Group) -> ModuleDates:
        own = dates.get(module.slug, Dates())
        return ModuleDates(
            module=module,
            is_chosen=chosen,
            opens_on=local_of(own.opens_at, group.time_zone)[0],
            due_on=local_of(own.due_at, group.time_zone)[0],
        )


class _Change(DeskPage):
    """Something that is changed, and back to the settings."""

    def back(self, *parts: str) -> str:
        """Return the settings."""
        return f"class/{parts[0]}/settings/"

    def done(self, slug: str) -> Answer:
        """Say that it is kept."""
        return self.go(f"class/{slug}/settings/", self.say("Kept."))


class ChangeGroup(_Change):
    """Name, language, band, country."""

    def act(self, *parts: str) -> Answer:
        """Keep all of them, or none."""
        (slug,) = parts
        zone = self.field("time_zone")
        if zone not in available_timezones():
            raise Refused(
                self.say("“{given}” is no time zone. Write one like {example}.").format(given=zone[:40], example="Africa/Algiers")
            )
        with self.session() as session:
            change_group(
                self.group(session, slug),
                title=self.field("title"),
                language=self.field("language"),
                band=self.field("band"),
                edition=self.field("edition"),
                time_zone=zone,
                form=self.field("form"),
                starts_on=self.field("starts_on"),
                ends_on=self.field("ends_on"),
                say=self.say,
            )
        return self.done(slug)


class ChangeModules(_Change):
    """Which modules, and when."""

    def act(self, *parts: str) -> Answer:
        """Keep modules and dates, all or none."""
        (slug,) = parts
        with self.session() as session:
            group, outline = self.group(session, slug), outline_of(self.centre)
            choose_modules(group, self.get_arguments("module"), outline, say=self.say)
            for module in outline.modules:
                if f"opens {module.slug}" in self.request.arguments or f"due {module.slug}" in self.request.arguments:
                    opens, due = (
                        self._at(f"{which} {module.slug}", group, hour) for which, hour in (("opens", _FIRST_HOUR), ("due", _LAST_HOUR))
                    )
                    if opens and due and due <= opens:
                        told = self.say("{title}: the last day lies before the first. Choose a later last day.")
                        raise Refused(told.format(title=apart(module.title(self.language))))
                    set_dates(session, slug, module.slug, opens_at=opens, due_at=due)
        return self.done(slug)

    def _at(self, name: str, group: Group, hour: str) -> str:
        day = expect_day(self.field(name), say=self.say)
        return instant_of(day.isoformat(), hour, group.time_zone) if day else ""


class Extend(_Change):
    """More time for one learner."""

    def act(self, *parts: str) -> Answer:
        """Give it, or take it back."""
        (slug,) = parts
        with self.session() as session:
            group = self.group(session, slug)
            person, module = self.learner(session, slug, self.field("person")), self.field("module")
            if outline_of(self.centre).module(module) is None:
                self.missing()
            if self.field("do") == "back":
                take_back_extension(session, person.id, module)
                return self.done(slug)
            day, reason = expect_day(self.field("day"), say=self.say), self.field("reason", 300)
            if day is None or not reason:
                raise Refused(self.say("More time needs a last day and a reason."))
            due = instant_of(day.isoformat(), _LAST_HOUR, group.time_zone)
            extend(session, person.id, module, due, reason=reason, by=self.trainer.id, now=self.site.stamp())
        return self.done(slug)


ADDRESSES: Final = [
    (f"class/{SLUG}/settings/", Settings),
    (f"class/{SLUG}/settings/group", ChangeGroup),
    (f"class/{SLUG}/settings/modules", ChangeModules),
    (f"class/{SLUG}/settings/extend", Extend),
]
