"""One move in nbgrader's gradebook: from what stood there to what a person wants, and back; kept as JSON beside each mark."""

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Literal

from ailab.office.centre.folder import Centre
from ailab.office.gradebook.by_hand import ChangedMeanwhile, Place, Standing, change_place, read_places

Moved = Literal["moved", "was_there", "changed"]
"""moved      it stands there now             changed   something else stood there: nothing was touched
was_there  it stood there already
"""


def sight_of(standing: Standing) -> str:
    """Return what a page remembers of a standing, to tell later whether it is still the same."""
    return sha256(as_json(standing).encode()).hexdigest()[:20]


def as_json(standing: Standing) -> str:
    """Return a standing as text."""
    return json.dumps(asdict(standing), sort_keys=True, ensure_ascii=False)


def from_json(text: str) -> Standing:
    """Return the standing that a text holds."""
    return Standing(**json.loads(text))


def standing_at(centre: Centre, place: Place) -> Standing | None:
    """Return what stands in the gradebook now."""
    found = read_places(centre.database_url("gradebook"), place.module, place.exercise)
    return next((each.standing for each in found if each.place == place), None)


def move(centre: Centre, place: Place, *, expected: Standing, wanted: Standing) -> Moved:
    """Put `wanted` in the place of `expected`; leave alone what is neither."""
    try:
        change_place(centre.database_url("gradebook"), place, expected=expected, wanted=wanted)
    except ChangedMeanwhile as error:
        return "was_there" if error.standing == wanted else "changed"
    return "moved"
