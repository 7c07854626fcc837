"""The greenhouse as a device: four sensors, three machines, and topics when it hangs on a bus."""

import threading
from collections.abc import Callable
from typing import Any, Final

from ailab.devices.bus import Bus
from ailab.devices.chance import Chance
from ailab.devices.climate import (
    ACTUATORS,
    FAN_KW,
    LAMP_KW,
    PUMP_KW,
    PUMP_LITERS_MIN,
    STEP_MINUTES,
    Climate,
    Switched,
    Weather,
    after_step,
)
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.given import a_function, a_number, a_seed
from ailab.devices.plants import Plants, after_stress
from ailab.devices.sensors import UNITS, Fault, draw_fault, draw_weather, measure
from ailab.devices.topics import check_topic
from ailab.devices.words import labels, machine_line, value_line
from ailab.lang import reader_language

_SPRING: Final = 100
"""Day of the year on which a season begins: 10 April."""
_LONGEST_WAIT: Final = 60 * 24 * 366


class Greenhouse:
    """A small greenhouse with tomatoes: sensors to read, machines to switch.

    Parameters
    ----------
    seed : int
        The same seed gives the same weather, noise and faults, everywhere.
    bus : Bus, optional
        Where it reports and takes orders. It publishes ``greenhouse/<name>/<sensor>`` each ten minutes and obeys
        ``greenhouse/<name>/<machine>/set`` with ``"on"`` or ``"off"``.
    name : str
        Its name in the topics.
    pace : float
        Seconds of the bus between two reports; with a real broker a small number lets a day pass in a lesson.

    Examples
    --------
    >>> greenhouse = Greenhouse(seed=0)
    >>> sorted(greenhouse.read())
    ['humidity', 'light', 'minute', 'soil', 'temperature']
    >>> before = greenhouse.read()["soil"]
    >>> greenhouse.pump(True)
    >>> greenhouse.wait(minutes=10)
    >>> greenhouse.read()["soil"] > before
    True
    """

    def __init__(self, seed: int = 0, bus: Bus | None = None, name: str = "1", *, pace: float = 60.0 * STEP_MINUTES) -> None:
        """Put it up at midnight, with everything off."""
        chance = Chance(a_seed(seed))
        self.name = _a_name(name)
        self._chance = chance
        self._fault = draw_fault(chance)
        self._climate = Climate()
        self._plants = Plants()
        self._weather: Weather = draw_weather(chance, _SPRING)
        self._on = Switched()
        self._used = {"water": 0.0, "energy": 0.0}
        self._switches = dict.fromkeys(ACTUATORS, 0)
        self._reading = measure(self._climate, self._fault, {}, chance)
        self._watchers: list[Callable[[], object]] = []
        self._lock = threading.RLock()
        self._bus, self._pace = bus, a_number(pace, "pace", at_least=0.01)
        if bus is not None:
            self._join(bus)

    def read(self) -> dict[str, float]:
        """Return the newest reading.

        Returns
        -------
        dict
            ``temperature`` (°C), ``humidity`` (%), ``soil`` (%), ``light`` (lux) and ``minute``, counted from
            midnight of the first day.

        Examples
        --------
        >>> Greenhouse(seed=0).read()["minute"]
        0
        """
        return {**self._reading, "minute": self._climate.minute}

    def pump(self, on: bool) -> None:
        """Switch the pump: half a liter of water a minute.

        Examples
        --------
        >>> greenhouse = Greenhouse()
        >>> greenhouse.pump(True)
        >>> greenhouse.wait(minutes=10)
        >>> greenhouse.water
        5.0
        """
        self._switch("pump", on)

    def fan(self, on: bool) -> None:
        """Switch the fan: it lets heat and damp air out.

        Examples
        --------
        >>> greenhouse = Greenhouse()
        >>> greenhouse.fan(True)
        >>> greenhouse.is_on("fan")
        True
        """
        self._switch("fan", on)

    def lamp(self, on: bool) -> None:
        """Switch the lamp: plants want 14 hours of light a day.

        Examples
        --------
        >>> greenhouse = Greenhouse()
        >>> greenhouse.lamp(True)
        >>> greenhouse.wait(minutes=10)
        >>> greenhouse.read()["light"] > 5000
        True
        """
        self._switch("lamp", on)

    def is_on(self, machine: str) -> bool:
        """Say whether a machine is on.

        Examples
        --------
        >>> Greenhouse().is_on("pump")
        False
        """
        return bool(getattr(self._on, _a_machine(machine)))

    def wait(self, minutes: int = 10) -> None:
        """Let time pass; with a bus, for everything that hangs on it.

        Parameters
        ----------
        minutes : int
            10, 20, 30 …: the greenhouse measures every ten minutes.

        Examples
        --------
        >>> greenhouse = Greenhouse()
        >>> greenhouse.wait(minutes=60)
        >>> greenhouse.read()["minute"]
        60
        """
        steps = _steps(minutes)
        if self._bus is not None:
            self._bus.run(self._pace * steps)
            return
        for _ in range(steps):
            self._step()
            self._tell()

    def watch(self, function: Callable[[], object]) -> None:
        """Have a function without parameters called after each reading.

        Examples
        --------
        >>> greenhouse = Greenhouse()
        >>> greenhouse.watch(lambda: print(greenhouse.read()["minute"]))
        >>> greenhouse.wait(minutes=20)
        10
        20
        """
        a_function(function)
        self._watchers.append(function)

    @property
    def water(self) -> float:
        """Liters pumped so far."""
        return round(self._used["water"], 6)

    @property
    def energy(self) -> float:
        """Kilowatt-hours used so far."""
        return round(self._used["energy"], 6)

    @property
    def switches(self) -> dict[str, int]:
        """How often each machine was switched on or off."""
        return dict(self._switches)

    @property
    def health(self) -> float:
        """How well the plants are: 1 is splendid, 0 is dead."""
        return self._plants.health

    @property
    def climate(self) -> Climate:
        """What is true inside, without noise: for whoever compares sensors with the truth."""
        return self._climate

    @property
    def fault(self) -> Fault | None:
        """The fault that one of the sensors has or will have; mostly None."""
        return self._fault

    def __repr__(self) -> str:
        """Return what the sensors read and which machines are on, one thing a line."""
        word, language = labels(), reader_language()
        sensors = [value_line(f"{word[name]} ({UNITS[name]})", value, language) for name, value in self._reading.items()]
        return "\n".join([*sensors, *(machine_line(word[machine], on=self.is_on(machine)) for machine in ACTUATORS)])

    def _switch(self, machine: str, on: object) -> None:
        wanted = a_switch(machine, on)
        with self._lock:
            if getattr(self._on, machine) == wanted:
                return
            self._on = Switched(**{each: wanted if each == machine else getattr(self._on, each) for each in ACTUATORS})
            self._switches[machine] += 1
        if self._bus is not None:
            self._bus.publish(f"greenhouse/{self.name}/{machine}", "on" if wanted else "off", retain=True)

    def _step(self) -> None:
        with self._lock:
            if self._climate.minute and self._climate.minute % 1440 == 0:
                self._weather = draw_weather(self._chance, _SPRING + self._climate.minute // 1440)
            self._climate = after_step(self._climate, self._weather, self._on)
            self._plants = after_stress(self._plants, self._climate)
            self._reading = measure(self._climate, self._fault, self._reading, self._chance)
            hours = STEP_MINUTES / 60
            power = PUMP_KW * self._on.pump + FAN_KW * self._on.fan + LAMP_KW * self._on.lamp
            self._used["water"] = round(self._used["water"] + PUMP_LITERS_MIN * STEP_MINUTES * self._on.pump, 9)
            self._used["energy"] = round(self._used["energy"] + power * hours, 9)

    def _join(self, bus: Bus) -> None:
        for machine in ACTUATORS:
            bus.publish(f"greenhouse/{self.name}/{machine}", "off", retain=True)
        bus.subscribe(f"greenhouse/{self.name}/+/set", self._obey)
        bus.every(self._pace, self._report)

    def _report(self) -> None:
        self._step()
        bus = self._bus
        if bus is not None:
            for sensor, value in self._reading.items():
                bus.publish(f"greenhouse/{self.name}/{sensor}", {"value": value, "unit": UNITS[sensor]}, retain=True)
        self._tell()

    def _tell(self) -> None:
        for function in list(self._watchers):
            function()

    def _obey(self, topic: str, payload: Any) -> None:
        machine = _a_machine(topic.split("/")[2])
        word = payload.strip().lower() if isinstance(payload, str) else payload
        if isinstance(word, bool):
            self._switch(machine, word)
        elif word in ("on", "off"):
            self._switch(machine, word == "on")
        else:
            text = say("The greenhouse does not understand {given} under `{topic}`. Send `on` or `off`.")
            raise WrongValue(text.format(given=shown(payload), topic=topic))


def a_switch(machine: str, on: object) -> bool:
    """Return whether a machine shall be on, or say what was expected."""
    if isinstance(on, bool):
        return on
    if type(on).__name__ in ("bool_", "bool") and type(on).__module__ == "numpy":
        return bool(on)
    raise WrongValue(say("`{machine}` is switched with True or False; you gave {given}.").format(machine=machine, given=shown(on)))


def _a_machine(name: object) -> str:
    if name not in ACTUATORS:
        text = say("The greenhouse has no machine {given}.").format(given=shown(name))
        raise WrongValue.unknown(text, name, ACTUATORS)
    return str(name)


def _a_name(name: object) -> str:
    check_topic(name)
    if not isinstance(name, str) or "/" in name:
        raise WrongValue(
            say("The name of a device stands between two slashes of a topic; {given} holds one itself.").format(given=shown(name))
        )
    return name


def _steps(minutes: object) -> int:
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= _LONGEST_WAIT or minutes % STEP_MINUTES:
        raise WrongValue(
            say("The greenhouse measures every ten minutes: wait 10, 20, 30 … minutes; you gave {given}.").format(given=shown(minutes))
        )
    return int(minutes) // STEP_MINUTES
