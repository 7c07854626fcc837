"""The text of the data sets that travel with a module."""

from collections.abc import Sequence
from functools import lru_cache

from ailab.data import make, write_csv
from ailab.office.course.records import Course


def data_files(course: Course, module: str, names: Sequence[str], edition: str) -> dict[str, str]:
    """Return the CSV text of these data sets of a module."""
    home = next(each for each in course.modules if each.slug == module)
    sets = {data.name: data for data in home.data}
    texts = {}
    for name in names:
        data = sets[name]
        if data.kind == "synthetic":
            texts[name] = _synthetic(data.generator, data.seed, edition)
        else:
            texts[name] = (home.path.parent / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return texts


@lru_cache
def _synthetic(generator: str, seed: int, edition: str) -> str:
    return write_csv(make(generator, seed, edition="dz" if edition == "dz" else "ma"))
