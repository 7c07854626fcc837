"""A season: a learner's function controls the greenhouse, and the run says how that went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ailab.devices.climate import ACTUATORS, STEP_MINUTES
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.given import a_function, a_number
from ailab.devices.greenhouse import Greenhouse, a_switch
from ailab.devices.patience import patience
from ailab.devices.season_picture import page, picture, sentences
from ailab.devices.sensors import SENSORS

if TYPE_CHECKING:
    import pandas

Control = Callable[[dict[str, float]], Mapping[str, bool]]
"""A function from a reading to the machines that shall be on or off."""

_MOST_DAYS: Final = 60
_PATIENCE_S: Final = 20.0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Season:
    """How a season went: columns of equal length, one entry each ten minutes, and what it cost.

    Examples
    --------
    >>> run = grow(lambda reading: {"pump": reading["soil"] < 22}, days=1)
    >>> len(run.minute), run.water
    (144, 10.0)
    """

    seed: int
    minute: tuple[int, ...]
    readings: Mapping[str, tuple[float, ...]]
    """What each sensor said."""
    machines: Mapping[str, tuple[bool, ...]]
    """Whether each machine was on in the ten minutes that followed."""
    well: tuple[float, ...]
    """Health of the plants, 1 to 0."""
    water: float
    """Liters."""
    energy: float
    """Kilowatt-hours."""
    switches: Mapping[str, int]
    """How often each machine was switched."""
    needed: float
    """Liters that the plants gave to the air: what had to be replaced."""

    @property
    def days(self) -> float:
        """Length of the season."""
        return len(self.minute) * STEP_MINUTES / 1440

    @property
    def health(self) -> float:
        """How well the plants are at the end: 1 is splendid, 0 is dead."""
        return self.well[-1]

    @property
    def score(self) -> int:
        """From 0 to 100: 70 for health; for plants that are well 15 for water, 10 for energy, 5 for calm machines."""
        return round(self.health * (70 + 15 * self._thrift() + 10 * self._saving() + 5 * self._calm()))

    def to_frame(self) -> "pandas.DataFrame":
        """Return the season as a table.

        Returns
        -------
        pandas.DataFrame
            One row each ten minutes: ``minute``, the readings, the machines and ``health``.

        Examples
        --------
        >>> table = grow(lambda reading: {}, days=1).to_frame()
        >>> table.shape
        (144, 9)
        """
        import pandas

        columns = {"minute": self.minute, **self.readings, **self.machines, "health": self.well}
        return pandas.DataFrame({name: list(values) for name, values in columns.items()})

    def to_svg(self) -> str:
        """Return the still dashboard as SVG text, in the reader's language.

        Examples
        --------
        >>> grow(lambda reading: {}, days=1).to_svg()[:4]
        '<svg'
        """
        return picture(self)

    def __repr__(self) -> str:
        """Return the dashboard in sentences: its twin for those who do not see it."""
        return "\n".join(sentences(self))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": page(self), "text/plain": repr(self)}

    def _thrift(self) -> float:
        # A quarter more than the plants drank is good work; double is none.
        share = self.water / self.needed if self.needed else 0.0
        return _fade(share, good=1.25, bad=2.0)

    def _saving(self) -> float:
        return _fade(self.energy / self.days, good=2.5, bad=8.0)

    def _calm(self) -> float:
        return _fade(max(self.switches.values()) / self.days, good=8, bad=30)


def grow(control: Control, days: float = 3, seed: int = 0) -> Season:
    """Let a function control the greenhouse, and return how the season went.

    Parameters
    ----------
    control : callable
        Called every ten minutes with a reading (a dict); returns a dict with ``"pump"``, ``"fan"`` and ``"lamp"``,
        each True or False. A machine that is missing stays as it is.
    days : float
        How long, at most 60.
    seed : int
        The same seed gives the same weather, noise and faults.

    Returns
    -------
    Season

    Raises
    ------
    WrongValue
        When `control` returns something else; the message says what.
    NoEnd
        When `control` does not come to an end.

    Examples
    --------
    >>> def control(reading):
    ...     return {"pump": reading["soil"] < 20, "fan": reading["temperature"] > 28}
    >>> grow(control, days=3, seed=0).health > 0.8
    True
    """
    a_function(control, "reading")
    steps = _count_steps(days)
    greenhouse = Greenhouse(seed)
    text = say("`{name}` does not come to an end. Look for a loop that never ends.").format(name=_name(control))
    with patience(_PATIENCE_S, text):
        return _season(control, greenhouse, steps, seed)


def _season(control: Control, greenhouse: Greenhouse, steps: int, seed: int) -> Season:
    rows: list[tuple[dict[str, float], dict[str, bool], float]] = []
    needed = 0.0
    for _ in range(steps):
        reading = greenhouse.read()
        _obey(greenhouse, control(dict(reading)), control)
        on = {machine: greenhouse.is_on(machine) for machine in ACTUATORS}
        greenhouse.wait(STEP_MINUTES)
        needed += greenhouse.climate.evaporated
        rows.append((reading, on, greenhouse.health))
    return Season(
        seed=seed,
        minute=tuple(int(reading["minute"]) for reading, _, _ in rows),
        readings={sensor: tuple(reading[sensor] for reading, _, _ in rows) for sensor in SENSORS},
        machines={machine: tuple(on[machine] for _, on, _ in rows) for machine in ACTUATORS},
        well=tuple(health for _, _, health in rows),
        water=greenhouse.water,
        energy=greenhouse.energy,
        switches=greenhouse.switches,
        needed=round(needed, 6),
    )


def _obey(greenhouse: Greenhouse, answer: Any, control: Control) -> None:
    if not isinstance(answer, Mapping):
        text = say("`{name}` returned {given}. Return a dict, for example `{{'pump': True, 'fan': False}}`.")
        raise WrongValue(text.format(name=_name(control), given=shown(answer)))
    for machine, on in answer.items():
        if machine not in ACTUATORS:
            text = say("`{name}` returned the machine {given}, which the greenhouse does not have.")
            raise WrongValue.unknown(text.format(name=_name(control), given=shown(machine)), machine, ACTUATORS)
        getattr(greenhouse, machine)(a_switch(machine, on))


def _count_steps(days: object) -> int:
    length = a_number(days, "days", at_least=STEP_MINUTES / 1440)
    if length > _MOST_DAYS:
        raise WrongValue(say("A season lasts at most {most} days; you gave {given}.").format(most=_MOST_DAYS, given=shown(days)))
    return max(1, round(length * 1440 / STEP_MINUTES))


def _name(control: Callable[..., object]) -> str:
    return getattr(control, "__name__", type(control).__name__)


def _fade(value: float, *, good: float, bad: float) -> float:
    return max(0.0, min(1.0, (bad - value) / (bad - good)))
