"""`connect`, and the driver for a Raspberry Pi in this process."""

import subprocess
import sys
import time
from importlib import import_module
from typing import Any

import pytest

from ailab.devices.errors import BrokerAbsent, PackageMissing, WrongValue
from ailab.devices.robots import RaspberryPiDrive, connect, raspberry_pi
from ailab.errors import AilabError
from ailab.robot.drive import Calibration, DriveLost

DRIVERS = {"gpiozero", "paho", "amqtt", "ipywidgets", "numpy", "asyncio"}


def test_no_driver_is_imported_before_its_robot_is_connected() -> None:
    code = f"import sys; from ailab.devices.robots import connect, FakeDrive; connect('fake').forward(); print(sorted({DRIVERS} & {{name.split('.')[0] for name in sys.modules}}))"

    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_the_simulated_robot_is_connected_by_a_word() -> None:
    with connect("simulated", world="yard") as robot:
        before = robot.distance()
        robot.forward(10)
        assert before - robot.distance() == pytest.approx(10, abs=3)  # its sensor is noisy


@pytest.mark.parametrize(
    ("kind", "hint"), [("raspberrypi", "raspberry-pi"), ("lego", "There are"), (None, "There are"), ("mqtt:/x", "mqtt")]
)
def test_a_robot_nobody_knows_is_a_clear_error(kind: Any, hint: str) -> None:
    with pytest.raises(WrongValue, match=hint):
        connect(kind)


def test_a_broker_that_is_absent_is_a_clear_error() -> None:
    pytest.importorskip("paho.mqtt")
    with pytest.raises(BrokerAbsent):
        connect("mqtt://127.0.0.1:9", name="amal", timeout=1)


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gpiozero", None)

    with pytest.raises(PackageMissing, match=r"ailab\[robots\]"):
        connect("raspberry-pi", left=(7, 8), right=(9, 10))


def test_no_pins_on_this_machine_is_an_error_from_the_guard() -> None:
    pytest.importorskip("gpiozero")
    with pytest.raises(DriveLost, match="No robot answers"):
        connect("raspberry-pi", left=(7, 8), right=(9, 10))


@pytest.mark.parametrize(
    "wrong", [{"cm_per_second": 0}, {"degrees_per_second": float("nan")}, {"speed": 1.5}, {"left": -1}, {"right": float("inf")}], ids=str
)
def test_a_calibration_of_no_robot_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(AilabError, match=next(iter(wrong))):
        Calibration(**wrong)


def test_a_measured_calibration_brings_the_robot_as_far_as_it_is_told() -> None:
    robot = connect("fake", calibration=Calibration.measured(seconds=2, centimeters=20, degrees=90, speed=0.5))

    robot.forward(40)
    assert robot.time() == 4.0
    robot.turn_left(90)
    assert robot.time() == 6.0


@pytest.mark.filterwarnings("ignore")
def test_a_raspberry_pi_measures_looks_and_feels() -> None:
    pytest.importorskip("gpiozero")
    mock: Any = import_module("gpiozero.pins.mock")

    class TriggerPin(mock.MockTriggerPin, mock.MockPWMPin):  # type: ignore[misc]
        """Answers on another pin; and of the kind that the factory gives."""

    factory = mock.MockFactory(pin_class=mock.MockPWMPin)
    factory.pin(17, pin_class=TriggerPin, echo_pin=factory.pin(18), echo_time=0.003)
    drive = RaspberryPiDrive(left=(7, 8), right=(9, 10), distance=(18, 17), line=(11, 12, 13), bumper=14, limit=0.6, pin_factory=factory)
    try:
        assert drive.capabilities.names() == ("distance", "line", "bumper")
        factory.pin(12).drive_high()
        factory.pin(14).drive_low()
        deadline = time.monotonic() + 3
        while not (20 < (drive.distance() or 0) < 150) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert 20 < (drive.distance() or 0) < 150
        assert drive.line() == (True, False, True)
        assert drive.bumper()
        drive.motors(1.0, -1.0)
        assert [factory.pin(pin).state for pin in (7, 8, 9, 10)] == [0.6, 0, 0, 0.6]
    finally:
        drive.close()
        drive.close()
    assert [factory.pin(pin).state for pin in (7, 8, 9, 10)] == [0, 0, 0, 0]
    drive.stop()


def test_what_is_not_wired_says_nothing() -> None:
    pytest.importorskip("gpiozero")
    mock: Any = import_module("gpiozero.pins.mock")

    drive = raspberry_pi.RaspberryPiDrive(left=(7, 8), right=(9, 10), pin_factory=mock.MockFactory(pin_class=mock.MockPWMPin))

    assert (drive.distance(), drive.line(), drive.color(), drive.bumper(), drive.battery(), drive.compass()) == (
        None,
        None,
        "",
        False,
        None,
        None,
    )
    drive.close()
