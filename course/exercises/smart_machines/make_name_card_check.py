"""Visible cases of make_name_card."""

from ailab.checks import Case, Misconception, Outcome, gives, meet, read
from ailab.robot import in_world

OLD_NAME = "Robot"
SHORTEST, LONGEST = 2, 20
STREET = in_world("first_steps")


class Listener:
    """A robot in a street, with what it said: text, and whether it stood at the goal."""

    def __init__(self):
        self.robot = STREET()
        self.verbs = self.robot.verbs
        self.said = []

    def tell(self, verb, /, *args, **kwargs):
        answer = self.robot.tell(verb, *args, **kwargs)
        if verb == "say":
            text, *_ = (*args, *kwargs.values())
            self.said.append((str(text), self.robot.tell("at_goal")))
        return answer

    def result(self):
        return {**self.robot.result(), "said": self.said}


def drive(answer):
    """Ask the program to run, and put the name beside what was said."""
    outcome = meet("program", Listener)(answer)
    return Outcome(value={"said": outcome.value["said"], "name": answer.read("robot_name").value}, error=outcome.error)


def is_new_name(outcome):
    name = outcome.value
    return isinstance(name, str) and fits_the_card(name) and name.strip().casefold() != OLD_NAME.casefold()


def fits_the_card(name):
    return SHORTEST <= len(name.strip()) <= LONGEST and any(map(str.isalpha, name))


def says_the_name(outcome):
    return not outcome.error and any(outcome.value["name"].strip() in text for text, _ in outcome.value["said"])


def speaks_at_the_goal(outcome):
    return not outcome.error and any(at_goal for _, at_goal in outcome.value["said"])


CASES = (
    Case("named", read("robot_name"), accept=is_new_name, label="The robot has a new name, of 2 to 20 letters"),
    Case("said", drive, accept=says_the_name, label="The robot says its name", needs=("named",)),
    Case("at_goal", drive, accept=speaks_at_the_goal, label="It speaks at the goal"),
)


def is_no_text(answer):
    return not isinstance(answer.read("robot_name").value, str)


def does_not_fit(answer):
    return not fits_the_card(answer.read("robot_name").value)


def said(answer):
    return drive(answer).value["said"]


def says(text):
    return lambda answer: any(words.strip() == text for words, _ in said(answer))


def says_nothing_new(answer):
    return not says_the_name(drive(answer))


def stops_on_the_way(answer):
    return not any(at_goal for _, at_goal in said(answer))


def speaks_too_early(answer):
    name = answer.read("robot_name").value.strip()
    return not any(name in words for words, at_goal in said(answer) if at_goal)


def does_not_greet(answer):
    return all(at_goal for _, at_goal in said(answer))


MISCONCEPTIONS = (
    Misconception(
        "is_no_text",
        is_no_text,
        'The name is not a text. Letters stand between quotes, as in `"Robot"`.',
    ),
    Misconception(
        "keeps_the_old_name",
        gives(read("robot_name"), OLD_NAME),
        "The card still holds the old name. Invent a new one and write it in its place.",
    ),
    Misconception(
        "does_not_fit",
        does_not_fit,
        "This does not fit on the card. Take a name of 2 to 20 letters.",
    ),
    Misconception(
        "says_the_word_robot_name",
        says("robot_name"),
        "The robot says the word `robot_name`. Take the quotes away there: then it says what the variable holds.",
    ),
    Misconception(
        "says_the_old_name",
        says(OLD_NAME),
        "The variable has the new name, but the robot still says the old one. Let it say `robot_name`.",
    ),
    Misconception(
        "stops_on_the_way",
        stops_on_the_way,
        "The robot speaks before it is at the goal. Count the squares up to the goal.",
    ),
    Misconception(
        "says_nothing_new",
        says_nothing_new,
        "The robot is at the goal, but nobody hears its name. Let it say `robot_name`.",
    ),
    Misconception(
        "speaks_too_early",
        speaks_too_early,
        "The robot says its name, but not at the goal. Which line belongs at the end?",
    ),
    Misconception(
        "does_not_greet",
        does_not_greet,
        "The greeting at the start is gone. Put it back before the first step.",
    ),
    Misconception(
        "types_the_name_twice",
        lambda answer: True,
        "The name is typed twice. Let the robot say the variable `robot_name`: then it is enough to change it once.",
    ),
)

LADDER = (
    "Play the run once more. On which square does the robot stand when it speaks?",
    "Quotes make a text. Without quotes, Python looks up what the variable holds.",
    'Another variable: after `color = "green"`, the line `robot.say(color)` says green. What would `robot.say("color")` say?',
)
