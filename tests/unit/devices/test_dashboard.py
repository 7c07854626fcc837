"""The dashboard: live where a front end is, a picture and words where none is."""

import sys
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ailab.devices import Bus, Greenhouse, dashboard
from ailab.devices.errors import WrongValue

WIDGET = "application/vnd.jupyter.widget-view+json"


def buttons(view: Any) -> dict[str, Any]:
    view._repr_mimebundle_()
    return {button.description: button for button in view._live.box.children[1].children}


def test_it_shows_sensors_and_machines() -> None:
    assert set(dashboard(Greenhouse()).values()) == {"temperature", "humidity", "soil", "light", "fan", "lamp", "pump"}


def test_it_follows_the_greenhouse() -> None:
    greenhouse = Greenhouse(seed=2)
    view = dashboard(greenhouse)
    view._repr_mimebundle_()
    before = view._live.box.children[0].value  # type: ignore[union-attr]
    greenhouse.wait(60)

    assert view.values()["soil"] == greenhouse.read()["soil"]
    assert view._live.box.children[0].value != before  # type: ignore[union-attr]


def test_a_click_switches_and_the_button_says_so() -> None:
    greenhouse = Greenhouse()
    view = dashboard(greenhouse)

    buttons(view)["Pump: off ○"].click()

    assert greenhouse.is_on("pump")
    assert "Pump: on ●" in buttons(view)


def test_a_click_lets_time_pass() -> None:
    greenhouse = Greenhouse()

    buttons(dashboard(greenhouse))["Wait 60 minutes"].click()

    assert greenhouse.read()["minute"] == 60


def test_a_click_that_fails_shows_a_line_and_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    bus = Bus()
    view = dashboard(Greenhouse(bus=bus))
    found = buttons(view)
    bus.close()

    found["Wait 10 minutes"].click()

    assert "closed" in view._live.box.children[2].value  # type: ignore[union-attr]
    assert capfd.readouterr().err == ""


def test_a_bus_shows_its_numbers() -> None:
    bus = Bus()
    view = dashboard(bus)
    for payload in (1, {"value": 2.5}, "words", True, [3], {"value": "x"}):
        bus.publish("a/b", payload)

    assert view.values() == {"a/b": 2.5}


def test_a_bus_with_many_topics_stays_readable() -> None:
    bus = Bus()
    view = dashboard(bus)
    for number in range(50):
        bus.publish(f"a/{number}", number)

    assert len(view.values()) == 12


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_without_front_end_there_are_a_picture_and_words(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", language)
    bundle = dashboard(Greenhouse())._repr_mimebundle_()

    assert len(bundle["text/plain"].splitlines()) == 7
    assert "data:image/svg+xml;base64," in bundle["text/html"]
    assert ('dir="rtl"' in bundle["text/html"]) == (language == "ar")
    assert WIDGET in bundle


def test_an_empty_bus_can_be_shown() -> None:
    view = dashboard(Bus())

    ET.fromstring(view.to_svg())
    assert view._repr_mimebundle_()["text/plain"] == ""


def test_without_ipywidgets_the_still_picture_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    bundle = dashboard(Greenhouse())._repr_mimebundle_()

    assert WIDGET not in bundle
    assert "<img" in bundle["text/html"]


def test_in_arabic_the_buttons_begin_at_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AILAB_LANG", "ar")
    view = dashboard(Greenhouse())
    view._repr_mimebundle_()

    assert view._live.box.children[1].layout.flex_flow.startswith("row-reverse")  # type: ignore[union-attr]


@pytest.mark.parametrize("wrong", [None, 3, "greenhouse", {}])
def test_what_cannot_be_shown_is_told(wrong: Any) -> None:
    with pytest.raises(WrongValue):
        dashboard(wrong)


def test_an_unknown_button_is_told() -> None:
    with pytest.raises(WrongValue, match=r"Did you mean `pump`\?"):
        dashboard(Greenhouse()).press("pmup")
