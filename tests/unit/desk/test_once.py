"""Things that are shown to one trainer, for ten minutes."""

from ailab.office.desk.site import Once


def test_what_is_taken_is_gone_and_what_is_looked_at_stays() -> None:
    once = Once()
    key = once.keep("t", "pin")

    assert (once.look("t", key), once.take("t", key), once.take("t", key)) == ("pin", "pin", None)


def test_nobody_else_gets_it() -> None:
    once = Once()
    key = once.keep("t", "pin")

    assert (once.look("u", key), once.take("u", key), once.look("t", "x")) == (None, None, None)


def test_after_ten_minutes_it_is_gone() -> None:
    now = [0.0]
    once = Once(clock=lambda: now[0])
    key = once.keep("t", "pin")
    now[0] = 601

    assert once.look("t", key) is None


def test_the_memory_does_not_grow_without_end() -> None:
    once = Once()
    first = once.keep("t", "first")
    for number in range(600):
        once.keep("t", number)

    assert once.look("t", first) is None
    assert len(once._kept) <= 502
