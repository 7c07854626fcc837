"""Who tries codes: counted by address, in memory alone, so that no address of a child's device is ever written down."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

_MOST_ADDRESSES: Final = 4096


@dataclass(slots=True)
class Guesses:
    """Wrong codes of the last minutes by address; a class may share one, so a few slips of everyone are borne."""

    most: int = 20
    window_s: float = 300.0
    _wrong: OrderedDict[str, list[float]] = field(default_factory=OrderedDict)

    def wait_s(self, address: str, now_s: float) -> float:
        """Return how long this address has to wait before it may try; 0.0 when it need not."""
        recent = self._recent(address, now_s)
        return max(0.0, recent[-self.most] + self.window_s - now_s) if len(recent) >= self.most else 0.0

    def wrong(self, address: str, now_s: float) -> None:
        """Count a wrong code."""
        self._wrong[address] = [*self._recent(address, now_s), now_s][-self.most :]
        self._wrong.move_to_end(address)
        while len(self._wrong) > _MOST_ADDRESSES:
            self._wrong.popitem(last=False)

    def _recent(self, address: str, now_s: float) -> list[float]:
        return [at for at in self._wrong.get(address, ()) if now_s - at < self.window_s]
