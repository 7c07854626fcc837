"""The disguise itself: same behavior, other names."""

from tests.course.disguise import disguised

SOURCE = """
def total(prices, extra=0):
    result = extra
    for price in prices:   # a comment
        result = result + price
    return result

answer = total([1, 2], extra=3)
"""


def test_names_change_and_behavior_stays() -> None:
    other = disguised(SOURCE, frozenset({"answer"}))
    namespace: dict[str, object] = {}
    exec(other, namespace)

    assert namespace["answer"] == 6
    assert not {"total", "prices", "price", "result", "extra"} & set(other.replace("(", " ").replace(")", " ").replace("=", " ").split())
