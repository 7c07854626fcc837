"""Which filters match which topics, and what may be a topic at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ailab.devices.cover import Cover, both, overlap
from ailab.devices.errors import WrongValue
from ailab.devices.topics import check_filter, check_topic, matches

LEVELS = st.sampled_from(["a", "b", "", "$SYS", "رطوبة"])
TOPICS = st.lists(LEVELS, min_size=1, max_size=4).map("/".join).filter(bool)
FILTERS = st.builds(
    lambda levels, end: "/".join([*levels, *end]),
    st.lists(st.one_of(LEVELS, st.just("+")), min_size=1, max_size=4),
    st.sampled_from([(), ("#",)]),
).filter(bool)


@given(topic_filter=st.one_of(FILTERS, st.just("#")), topic=TOPICS)
@example(topic_filter="a/#", topic="a")
@example(topic_filter="+/a", topic="/a")
@example(topic_filter="#", topic="$SYS/a")
def test_matching_agrees_with_paho(topic_filter: str, topic: str) -> None:
    client = pytest.importorskip("paho.mqtt.client")

    assert matches(topic_filter, topic) == client.topic_matches_sub(topic_filter, topic)


@given(st.lists(FILTERS, min_size=1, max_size=6), TOPICS)
def test_a_broker_is_asked_for_all_that_is_wanted_and_for_nothing_twice(filters: list[str], topic: str) -> None:
    cover, asked = Cover(), set[str]()
    for each in filters:
        wanted, surplus = cover.add(each)
        asked = (asked - set(surplus)) | {wanted}

    assert sum(matches(each, topic) for each in asked) <= 1
    if not topic.startswith("$") and any(matches(each, topic) for each in filters):
        assert any(matches(each, topic) for each in asked)


@given(FILTERS, FILTERS, TOPICS)
def test_a_topic_of_two_filters_shows_that_they_overlap(first: str, second: str, topic: str) -> None:
    if matches(first, topic) and matches(second, topic):
        assert overlap(first, second)
    if (matches(first, topic) or matches(second, topic)) and not topic.startswith("$"):
        assert matches(both(first, second), topic)


def test_filters_nobody_wants_any_more_are_let_go() -> None:
    cover = Cover()
    cover.add("a/+")
    cover.add("+/b")

    assert cover.remove("a/+") == ()
    assert cover.remove("+/b") == ("+/+",)


@pytest.mark.parametrize("topic", ["a", "a/b", "/", "a//b", "غرفة/رطوبة", "with space"])
def test_these_are_topics(topic: str) -> None:
    assert check_topic(topic) == topic


@pytest.mark.parametrize("topic", ["", "a/+", "a/#", "$SYS/a", "a\0b", "x" * 70_000, "\ud83d", 7, None, b"a", ["a"]])
def test_these_are_no_topics(topic: object) -> None:
    with pytest.raises(WrongValue):
        check_topic(topic)


@pytest.mark.parametrize("topic_filter", ["#", "+", "a/+/b", "a/#", "+/+/#", "$SYS/#", "/"])
def test_these_are_filters(topic_filter: str) -> None:
    assert check_filter(topic_filter) == topic_filter


@pytest.mark.parametrize("topic_filter", ["", "a/#/b", "a#", "#a", "a+/b", "a/b+", "##", 3, None])
def test_these_are_no_filters(topic_filter: object) -> None:
    with pytest.raises(WrongValue):
        check_filter(topic_filter)
