# tries: nothing: is a class of its own
# points: 4
# stock: run
from dataclasses import dataclass
from functools import lru_cache

@dataclass
class Doubler:
    factor: int

    @lru_cache
    def __call__(self, number):
        return self.factor * number

    __hash__ = object.__hash__

double = Doubler(2)
