"""Visible cases of build_dashboard."""

from ailab.checks import Case, Misconception, any_of, behaves_like, call

FIELDS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}


def sent(*readings):
    return [[f"greenhouse/1/{sensor}", {"value": value, "unit": FIELDS.get(sensor, "%")}] for sensor, value in readings]


def newest(messages):
    return {topic.split("/")[-1]: payload["value"] for topic, payload in messages}


def line(field, value):
    return f"{field}: missing" if value is None else f"{field}: {value} {FIELDS[field]}"


def dashboard(messages):
    values = newest(messages)
    return [line(field, values.get(field)) for field in FIELDS]


FULL = sent(("temperature", 21.5), ("humidity", 64), ("soil", 38.5), ("light", 12000))
UPDATED = [*FULL, *sent(("soil", 44.0), ("temperature", 22.5))]
PARTLY = sent(("soil", 31.5), ("temperature", 16.0), ("light", 300))
MORNING = sent(("temperature", 14.5), ("light", 0), ("soil", 31.5), ("battery", 78), ("temperature", 16.0), ("soil", None))
CASES = (
    Case("full", call("build_dashboard", FULL), dashboard(FULL), label="All four fields"),
    Case("updated", call("build_dashboard", UPDATED), dashboard(UPDATED), label="Newer readings have come"),
    Case("morning", call("build_dashboard", MORNING), dashboard(MORNING), label="The morning of the example"),
)


def zero_for_missing(messages):
    values = newest(messages)
    return [f"{field}: {values.get(field) or 0} {unit}" for field, unit in FIELDS.items()]


def none_for_missing(messages):
    values = newest(messages)
    return [f"{field}: {values.get(field)} {unit}" for field, unit in FIELDS.items()]


def unit_for_missing(messages):
    values = newest(messages)
    return [f"{field}: {'missing' if values.get(field) is None else values[field]} {unit}" for field, unit in FIELDS.items()]


def missing_for_zero(messages):
    values = newest(messages)
    return [line(field, values.get(field) or None) for field in FIELDS]


def first_reading(messages):
    return dashboard(list(reversed(messages)))


def last_known(messages):
    return dashboard([message for message in messages if message[1]["value"] is not None])


def no_units(messages):
    return [text.rsplit(" ", 1)[0] if "missing" not in text else text for text in dashboard(messages)]


def only_what_came(messages):
    return [line(field, value) for field, value in newest(messages).items() if field in FIELDS]


def in_order_but_not_all(messages):
    return [text for text in dashboard(messages) if "missing" not in text]


def one_line_a_message(messages):
    return [line(topic.split("/")[-1], payload["value"]) for topic, payload in messages]


def like(wrong):
    return behaves_like("build_dashboard", wrong, [(FULL,), (UPDATED,), (PARTLY,), (MORNING,)])


def only_prints(answer):
    outcome = answer.call("build_dashboard", FULL)
    return outcome.value is None and not outcome.error and bool(outcome.printed.strip())


def gives_one_text(answer):
    return isinstance(answer.call("build_dashboard", FULL).value, str)


def count_differs(answer):
    return len(answer.call("build_dashboard", PARTLY).value) != len(FIELDS) or len(answer.call("build_dashboard", UPDATED).value) != len(FIELDS)


def shows_zero(answer):
    return any(text.startswith("humidity: 0") for text in answer.call("build_dashboard", PARTLY).value)


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows the lines, but gives nothing back. Collect them in a list and use `return`.",
    ),
    Misconception(
        "gives_one_text",
        gives_one_text,
        "You give back one text. Give back a list of four texts, one for each field.",
    ),
    Misconception(
        "fields_left_out",
        any_of(like(only_what_came), like(in_order_but_not_all), like(one_line_a_message), count_differs),
        "There must be four lines, whatever has come. Go through `FIELDS`, and look for the newest message of each field.",
    ),
    Misconception(
        "missing_is_zero",
        any_of(like(zero_for_missing), shows_zero),
        "A missing reading shows as 0. Nobody measured that: begin with `None`, and write `missing` when it stays.",
    ),
    Misconception(
        "missing_in_other_words",
        any_of(like(none_for_missing), like(unit_for_missing)),
        "The line of a missing reading is not as agreed. It ends with the word `missing`, without a unit.",
    ),
    Misconception(
        "zero_is_missing",
        like(missing_for_zero),
        "A light of 0 was measured, but your line says it is missing. Ask whether the value `is None`.",
    ),
    Misconception(
        "first_reading_stays",
        like(first_reading),
        "Your dashboard shows the first reading of a field for ever. The newest message is the last one in the list.",
    ),
    Misconception(
        "old_reading_stays",
        like(last_known),
        "The newest message of the soil has no value, but your line still shows the old reading. It must say `missing`.",
    ),
    Misconception(
        "no_units",
        like(no_units),
        "Your values have no unit. After the value comes a space, then the unit from `FIELDS`.",
    ),
)

LADDER = (
    "Call your function with `morning`, and lay its four lines beside the messages. Which line says something that no message said?",
    "For each field you need one thing: what its newest message said, or that there was none. What do you hold before the first message, and what does each further one change?",
    "A football team: at first `last = None`, and each match puts its result into `last`. After the loop `last` holds the newest result, and `None` means that no match was played.",
)
