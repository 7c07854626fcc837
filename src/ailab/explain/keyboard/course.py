"""Words that learners type often, beside those of Python; a word on the Arabic layout may stand for one of them."""

from typing import Final

_ROBOT: Final = "robot Robot forward backward turn_left turn_right pick put water paint say wait stop drive speed distance color touch"
_LIBRARIES: Final = "ailab numpy pandas matplotlib pyplot sklearn np pd plt random math time load check simulate follow World"
_METHODS: Final = (
    "append remove insert pop sort split join strip lower upper replace keys values items get head mean plot fit predict score"
)
_NAMES: Final = "name age price prices number numbers total count result text word words city cities i j k n x y"
WORDS: Final = frozenset(" ".join((_ROBOT, _LIBRARIES, _METHODS, _NAMES)).split())
