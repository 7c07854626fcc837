"""Visible cases of publish_and_subscribe."""

from dataclasses import replace

from ailab.checks import Case, Misconception, Outcome, all_of, any_of, fails, call, read
from ailab.devices.topics import check_filter, matches

BEFORE = ("CA", "CB", "DB", "BA", "EA", "AF")
"""Pairs of letters whose first must come before its second; every other order has the same effect."""
TOPICS = tuple(
    f"greenhouse/{number}/{what}" for number in (1, 2, 3) for what in ("soil", "temperature", "pump/set", "lamp/set")
) + ("oasis/well/level", "orchard/2/soil")
SOIL = [topic for topic in TOPICS if topic.startswith("greenhouse/") and topic.endswith("/soil")]
TWO = [topic for topic in TOPICS if topic.startswith("greenhouse/2/")]
PUMPS = [topic for topic in TOPICS if topic.endswith("/pump/set")]
DRY, WET, BETWEEN, NOTHING = ({"value": value, "unit": "%"} for value in (18.5, 33.0, 25.0, None))
TO_THREE = "greenhouse/3/pump/set"


def is_in_order(letters):
    return sorted(letters) == list("ABCDEF") and all(letters.index(first) < letters.index(second) for first, second in BEFORE)


def heard(name, topics=TOPICS):
    """Ask which of these topics the learner's filter lets through; what is no filter lets nothing through."""

    def ask(answer):
        outcome = answer.read(name)
        if outcome.error or outcome.value is ...:
            return outcome
        return Outcome(value=_through(outcome.value, topics))

    return ask


def _through(topic_filter, topics):
    try:
        return [topic for topic in topics if matches(check_filter(topic_filter), topic)]
    except ValueError:
        return []


def replies(*payloads, topic="greenhouse/3/soil"):
    """Ask for the replies to several readings, so that a constant earns nothing."""

    def ask(answer):
        outcomes = [answer.call("reply", topic, payload) for payload in payloads]
        stopped = next((outcome for outcome in outcomes if outcome.error), None)
        return stopped or replace(outcomes[0], value=[outcome.value for outcome in outcomes])

    return ask


CASES = (
    Case("order", read("order"), accept=lambda outcome: is_in_order(outcome.value), label="The six pieces in order", weight=2),
    Case("every_soil", heard("every_soil"), SOIL, label="The soil of all greenhouses"),
    Case("all_of_two", heard("all_of_two"), TWO, label="Everything of greenhouse 2"),
    Case("every_pump", heard("every_pump"), PUMPS, label="The commands to all pumps"),
    Case("dry_and_wet", replies(DRY, WET), [[TO_THREE, "on"], [TO_THREE, "off"]], label="Dry soil, then wet soil in greenhouse 3"),
)


def order_of(answer):
    letters = answer.read("order").value
    return letters if isinstance(letters, list | tuple | str) else []


def is_after(first, second):
    """Recognise an order in which the second piece comes before the first."""

    def when(answer):
        letters = list(order_of(answer))
        return sorted(letters) == list("ABCDEF") and letters.index(first) > letters.index(second)

    return when


def letters_missing(answer):
    return answer.read("order").value is not ... and sorted(order_of(answer)) != list("ABCDEF")


def is_no_filter(name):
    def when(answer):
        value = answer.read(name).value
        if value is ...:
            return False
        try:
            check_filter(value)
        except ValueError:
            return True
        return False

    return when


def hears(name, *, more):
    """Recognise a filter that lets through more than it should, or less."""
    wanted = {"every_soil": SOIL, "all_of_two": TWO, "every_pump": PUMPS}[name]

    def when(answer):
        found = heard(name)(answer).value
        if not isinstance(found, list):
            return False
        return bool(set(found) - set(wanted)) if more else bool(set(wanted) - set(found))

    return when


FILTERS = ("every_soil", "all_of_two", "every_pump")


def only_prints(answer):
    outcome = answer.call("reply", "greenhouse/3/soil", DRY)
    return outcome.value is None and not outcome.error and bool(outcome.printed.strip())


def replied(answer, payload, topic="greenhouse/3/soil"):
    return answer.call("reply", topic, payload).value


def same_greenhouse_always(answer):
    found = [replied(answer, DRY, f"greenhouse/{number}/soil") for number in (1, 2, 3)]
    return all(found) and found[0] == found[1] == found[2]


def gives_word_alone(answer):
    return isinstance(replied(answer, DRY), str)


def words_turned_round(answer):
    dry, wet = replied(answer, DRY), replied(answer, WET)
    return dry[1] == "off" and wet[1] == "on"


def answers_to_the_soil(answer):
    return replied(answer, DRY)[0] != TO_THREE


def never_rests(answer):
    return bool(replied(answer, BETWEEN))


def answers_to_nothing(answer):
    return bool(replied(answer, NOTHING))


MISCONCEPTIONS = (
    Misconception(
        "letters_missing",
        letters_missing,
        "In `order`, each of the six letters must stand once. Write them in quotes, with commas between them.",
    ),
    Misconception(
        "publishes_too_early",
        is_after("B", "A"),
        "The message goes out before anybody has subscribed. A bus keeps nothing for latecomers: subscribe first.",
    ),
    Misconception(
        "no_function_yet",
        is_after("D", "B"),
        "The program subscribes with `note`, but there is no such function yet. Define it first.",
    ),
    Misconception(
        "no_bus_yet",
        any_of(is_after("C", "B"), is_after("C", "A")),
        "The program uses `bus` before it exists. Make the bus first.",
    ),
    Misconception(
        "notes_too_late",
        is_after("E", "A"),
        "When the message comes, the list `notes` does not exist yet. Make it before the message goes out.",
    ),
    Misconception(
        "shows_too_early",
        is_after("A", "F"),
        "The program shows its notes before the message goes out. Put this piece at the end.",
    ),
    Misconception(
        "no_filter",
        any_of(*(is_no_filter(name) for name in FILTERS)),
        "One of your filters is none. `+` and `#` stand alone between slashes, and `#` only at the end.",
    ),
    Misconception(
        "hears_too_much",
        any_of(*(hears(name, more=True) for name in FILTERS)),
        "One of your filters lets through too much. Name each level that is the same in all wanted topics; only the others get a `+`.",
    ),
    Misconception(
        "hears_too_little",
        any_of(*(hears(name, more=False) for name in FILTERS)),
        "One of your filters misses topics. Count their levels: `+` stands for exactly one, `#` for all that follow.",
    ),
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function `reply` shows the command, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "compares_nothing",
        all_of(fails(call("reply", "greenhouse/3/soil", NOTHING), "TypeError"), lambda answer: bool(replied(answer, DRY))),
        "Your function stops when the value is `None`, because nothing cannot be compared with a number. Ask for it first.",
    ),
    Misconception(
        "gives_word_alone",
        gives_word_alone,
        "You give back the word alone. The bus needs a topic too: give back a list of both.",
    ),
    Misconception(
        "words_turned_round",
        words_turned_round,
        "Your pump starts in wet soil and stops in dry soil. Look at the direction of your comparisons.",
    ),
    Misconception(
        "same_greenhouse_always",
        same_greenhouse_always,
        "Your command goes to the same greenhouse always. Take the number out of the topic: `topic.split(\"/\")` cuts it into levels.",
    ),
    Misconception(
        "answers_to_something_else",
        answers_to_the_soil,
        "Your command does not reach the pump. Its topic is `greenhouse/`, the number, then `/pump/set`.",
    ),
    Misconception(
        "never_rests",
        never_rests,
        "Between 22 and 30 there is nothing to say. Give back `None` there.",
    ),
    Misconception(
        "answers_to_nothing",
        answers_to_nothing,
        "The sensor gave nothing, and your function sends a command all the same. Missing is neither dry nor wet.",
    ),
)

LADDER = (
    "To which of the three parts does the first line with ✘ belong? Stay with this part, the others can wait.",
    "What a line uses must exist above it. In a filter, write down each level that is always the same, and let a wildcard stand where the topics differ.",
    'In a school, the filter `school/+/lamp` hears `school/room1/lamp` and `school/room2/lamp`. And `"school/room2/lamp".split("/")[1]` is `"room2"`.',
)
