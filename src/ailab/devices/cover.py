"""Which filters to ask a broker for, so that no two of them cover the same topic.

Brokers disagree on overlapping subscriptions: some send a message once, some once for each. Filters that
overlap are asked for as one that covers both; the bus hands out by the exact filters.
"""


class Cover:
    """The filters somebody wants, and those a broker was asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._wanted: set[str] = set()
        self._asked: set[str] = set()

    def add(self, topic_filter: str) -> tuple[str, tuple[str, ...]]:
        """Return the filter to ask the broker for now, and those it makes superfluous."""
        self._wanted.add(topic_filter)
        merged, rest = topic_filter, set(self._asked)
        while overlapping := next((each for each in sorted(rest) if overlap(merged, each)), None):
            merged = both(merged, overlapping)
            rest.discard(overlapping)
        surplus = tuple(sorted(self._asked - rest - {merged}))
        self._asked = rest | {merged}
        return merged, surplus

    def remove(self, topic_filter: str) -> tuple[str, ...]:
        """Return the filters that nobody needs any more."""
        self._wanted.discard(topic_filter)
        idle = tuple(sorted(each for each in self._asked if not any(overlap(each, wanted) for wanted in self._wanted)))
        self._asked -= set(idle)
        return idle


def overlap(first: str, second: str) -> bool:
    """Say whether some topic matches both filters."""
    left, right = first.split("/"), second.split("/")
    for a, b in zip(left, right, strict=False):
        if "#" in (a, b):
            return True
        if a != b and "+" not in (a, b):
            return False
    # `a/#` covers `a` too.
    longer = left if len(left) > len(right) else right
    shorter = min(len(left), len(right))
    return len(left) == len(right) or longer[shorter:] == ["#"]


def both(first: str, second: str) -> str:
    """Return a filter that covers all topics of two."""
    left, right = first.split("/"), second.split("/")
    levels: list[str] = []
    for a, b in zip(left, right, strict=False):
        if "#" in (a, b):
            return "/".join([*levels, "#"])
        levels.append(a if a == b else "+")
    return "/".join(levels if len(left) == len(right) else [*levels, "#"])
