"""A device that refuses weak passwords, strangers' orders and chatter."""

from typing import Any

import pytest

from ailab.devices import Device
from ailab.devices.errors import NotAllowed, WrongValue

PASSWORD, TOKEN = "seven blue wells", "kx93-mmq2-77ty-a1b0"


def valve(**changed: Any) -> Device:
    return Device(**({"name": "valve", "password": PASSWORD, "token": TOKEN, "fields": ["soil"]} | changed))


@pytest.mark.parametrize(
    "password",
    [
        "",
        "admin",
        "Admin123",
        "password",
        "PASSWORD!!!!!!!!",
        "12345678",
        "valve",
        "Valve2024",
        "short",
        "aaaaaaaaaaaaaaaa",
        None,
        12345678901234,
    ],
)
def test_weak_passwords_are_refused(password: Any) -> None:
    with pytest.raises(WrongValue):
        valve(password=password)


def test_a_refused_password_stands_in_no_message() -> None:
    with pytest.raises(WrongValue) as told:
        valve(password="mint4two")

    assert "mint4two" not in str(told.value)


@pytest.mark.parametrize("token", ["", "short", "aaaaaaaaaaaaaaaaaaaa", PASSWORD, None, 5])
def test_weak_tokens_are_refused(token: Any) -> None:
    with pytest.raises(WrongValue):
        valve(token=token)


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), PASSWORD, None, b"kx93", "\ud83d"])
def test_without_the_right_token_nothing_is_done(token: Any) -> None:
    done: list[str] = []
    device = valve()
    device.on("open", lambda: done.append("opened"))

    with pytest.raises(NotAllowed):
        device.command("open", token=token)

    assert done == []
    assert device.refused == 1


def test_a_stranger_does_not_learn_which_commands_there_are() -> None:
    device = valve()
    device.on("open", lambda: None)

    with pytest.raises(NotAllowed):
        device.command("fly", token="wrong")
    with pytest.raises(WrongValue, match="open"):
        device.command("fly", token=TOKEN)


def test_with_the_right_token_the_order_is_followed() -> None:
    device = valve()
    device.on("open", lambda minutes: minutes * 2)

    assert device.command("open", 5, token=TOKEN) == 10


def test_only_allowed_fields_leave_the_device() -> None:
    assert valve().message({"soil": 31.5, "owner": "Salma", "place": "Berkane"}) == {"soil": 31.5}
    assert valve(fields=()).message({"soil": 31.5}) == {}


def test_neither_password_nor_token_is_shown() -> None:
    shown = repr(valve())

    assert PASSWORD not in shown
    assert TOKEN not in shown


@pytest.mark.parametrize(("password", "right"), [(PASSWORD, True), ("admin", False), (None, False)])
def test_login_knows_its_password(password: Any, right: bool) -> None:
    assert valve().login(password) is right


@pytest.mark.parametrize("fields", ["soil", 3, [1], None])
def test_fields_are_names(fields: Any) -> None:
    with pytest.raises(WrongValue):
        valve(fields=fields)
