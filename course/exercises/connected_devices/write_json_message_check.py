"""Visible cases of write_json_message."""

import ast
import json

from ailab.checks import Case, Misconception, Outcome, fails, call

UNITS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}
KEYS = {"device", "sensor", "value", "unit", "ok"}
QUOTED = 'the "old" well'


def wanted(device, sensor, value):
    return {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": value is not None}


def message(device, sensor, value):
    """Ask for what another program reads from the learner's message; a text that is no JSON stays a text."""

    def ask(answer):
        outcome = answer.call("write_message", device, sensor, value)
        return outcome if outcome.error else Outcome(value=_read(outcome.value))

    return ask


def _read(given):
    if not isinstance(given, str):
        return None if given is None else repr(given)
    try:
        return json.loads(given)
    except ValueError:
        return given


CASES = (
    Case("soil", message("bed 2", "soil", 31.5), wanted("bed 2", "soil", 31.5), label="The soil of bed 2"),
    Case("temperature", message("gate", "temperature", 24), wanted("gate", "temperature", 24), label="The temperature at the gate"),
    Case("nothing", message("bed 2", "soil", None), wanted("bed 2", "soil", None), label="A sensor that gave nothing"),
)


def read_back(answer, device="bed 2", sensor="soil", value=31.5):
    return message(device, sensor, value)(answer).value


def only_prints(answer):
    outcome = answer.call("write_message", "bed 2", "soil", 31.5)
    return outcome.value is None and not outcome.error and bool(outcome.printed.strip())


def gives_dictionary(answer):
    return isinstance(answer.call("write_message", "bed 2", "soil", 31.5).value, dict)


def writes_python(answer):
    given = [answer.call("write_message", "bed 2", "soil", value).value for value in (31.5, None)]
    return any(isinstance(read_back(answer, value=value), str) and _is_python(text) for value, text in zip((31.5, None), given, strict=True))


def _is_python(text):
    try:
        return isinstance(ast.literal_eval(text), dict)
    except (SyntaxError, ValueError):
        return False


def value_is_text(answer):
    return isinstance(read_back(answer)["value"], str)


def ok_is_text(answer):
    return isinstance(read_back(answer)["ok"], str)


def keys_differ(answer):
    found = read_back(answer)
    return isinstance(found, dict) and set(found) != KEYS


def one_unit_for_all(answer):
    return read_back(answer, sensor="temperature")["unit"] == "%" or read_back(answer, sensor="light")["unit"] == "%"


def nothing_becomes_a_value(answer):
    found = read_back(answer, value=None)
    return isinstance(found, dict) and found["value"] is not None


def nothing_is_ok(answer):
    return read_back(answer, value=None)["ok"] is True


def zero_is_nothing(answer):
    found = read_back(answer, sensor="temperature", value=0)
    return found["ok"] is False or found["value"] is None


def quotes_break_it(answer):
    return isinstance(read_back(answer), dict) and not isinstance(read_back(answer, device=QUOTED), dict)


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows the message, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "gives_dictionary",
        gives_dictionary,
        "A dictionary stays inside your program. Only a text can travel: `json.dumps` makes one of it.",
    ),
    Misconception(
        "unit_not_found",
        fails(call("write_message", "bed 2", "soil", 31.5), "KeyError"),
        "`UNITS` has no such key. Its keys are the names of sensors, so look up `sensor`.",
    ),
    Misconception(
        "writes_python",
        writes_python,
        "This is how Python writes a dictionary, not how JSON does: JSON has double quotes, `null` and `true`. Let `json.dumps` write the text.",
    ),
    Misconception(
        "keys_differ",
        keys_differ,
        "Your object does not have exactly the five keys of the schema. Compare them letter by letter, and leave out all others.",
    ),
    Misconception(
        "value_is_text",
        value_is_text,
        "Your value is a text. A program that reads it could not compute with it: leave the number a number, without its unit.",
    ),
    Misconception(
        "ok_is_text",
        ok_is_text,
        'Under `"ok"` stands a text. Use `True` and `False` without quotes: `json.dumps` turns them into `true` and `false`.',
    ),
    Misconception(
        "one_unit_for_all",
        one_unit_for_all,
        "Temperature is not measured in `%`. Look up the unit of the sensor in `UNITS`.",
    ),
    Misconception(
        "nothing_becomes_a_value",
        nothing_becomes_a_value,
        "The sensor gave nothing, but your message holds a value. Leave `None` as it is: `json.dumps` makes `null` of it.",
    ),
    Misconception(
        "nothing_is_ok",
        nothing_is_ok,
        'The sensor gave nothing, but your message says that all is well. Let `"ok"` depend on the value.',
    ),
    Misconception(
        "zero_is_nothing",
        zero_is_nothing,
        "A temperature of 0 was measured, but your message says there is no value. Ask whether the value `is None`.",
    ),
    Misconception(
        "quotes_break_it",
        quotes_break_it,
        "A name with quotes in it breaks your text. Put the values into a dictionary and let `json.dumps` write it.",
    ),
)

LADDER = (
    "Show your text with `print` and compare it with the example, sign by sign. Which key, which quote or which word is different?",
    "There are two steps: first a dictionary with five keys, then one text made of it. Which of the five values depend on `sensor`, and which on `value`?",
    "A tram sends a message: `json.dumps({\"line\": \"red\", \"seats\": None, \"late\": 3 > 1})` gives `{\"line\": \"red\", \"seats\": null, \"late\": true}`. The dictionary holds Python's words, the text holds those of JSON.",
)
