"""Topics of MQTT 3.1.1: what a topic may look like, and which filters it matches.

A topic has levels between slashes: `greenhouse/1/soil`. In a filter `+` stands for exactly one level and
`#`, at the end, for all that follow, the level before it included (OASIS MQTT 3.1.1, section 4.7).
"""

from functools import lru_cache
from typing import Final

from ailab.devices.errors import WrongValue, say, shown

_LONGEST: Final = 65_535
"""Bytes: the length of a text travels in two bytes."""


def check_topic(topic: object) -> str:
    """Return the topic when a message can be published under it, else say what is wrong."""
    text = _text(topic)
    if "+" in text or "#" in text:
        raise WrongValue(
            say(
                "The topic {topic} holds + or #. A message goes to one exact topic; + and # are for subscribing. Write the whole topic."
            ).format(topic=shown(topic))
        )
    if text.startswith("$"):
        raise WrongValue(
            say("The topic {topic} starts with $. Such topics belong to the broker. Start with a word of your own.").format(
                topic=shown(topic)
            )
        )
    return text


def check_filter(topic_filter: object) -> str:
    """Return the filter when it can be subscribed to, else say what is wrong."""
    text = _text(topic_filter)
    levels = text.split("/")
    if any("#" in level for level in levels[:-1]) or ("#" in levels[-1] and levels[-1] != "#"):
        raise WrongValue(
            say("In the topic {topic} the # does not stand alone at the end. Write it last, after a slash: `greenhouse/#`.").format(
                topic=shown(topic_filter)
            )
        )
    if any("+" in level and level != "+" for level in levels):
        raise WrongValue(
            say("In the topic {topic} the + does not stand alone between slashes. Write for example `greenhouse/+/soil`.").format(
                topic=shown(topic_filter)
            )
        )
    return text


@lru_cache(maxsize=8192)
def matches(topic_filter: str, topic: str) -> bool:
    """Say whether a filter covers a topic; both are taken to be valid."""
    # Topics of the broker itself stay hidden from wildcards at the first level.
    if topic.startswith("$") and topic_filter[:1] in ("+", "#"):
        return False
    wanted, levels = topic_filter.split("/"), topic.split("/")
    for place, level in enumerate(wanted):
        if level == "#":
            return True
        if place == len(levels):
            return False
        if level not in ("+", levels[place]):
            return False
    return len(wanted) == len(levels)


def _text(topic: object) -> str:
    if not isinstance(topic, str):
        raise WrongValue(say("A topic is text, for example `greenhouse/1/soil`; you gave {given}.").format(given=shown(topic)))
    if not topic:
        raise WrongValue(say("The topic is empty. Write for example `greenhouse/1/soil`."))
    if "\0" in topic or len(_bytes(topic)) > _LONGEST:
        raise WrongValue(say("This topic cannot travel: it is too long, or holds a character that is not allowed. Write a short one."))
    return topic


def _bytes(topic: str) -> bytes:
    try:
        return topic.encode()
    except UnicodeEncodeError:  # half of a character, as some programs cut emoji
        return b" " * (_LONGEST + 1)
