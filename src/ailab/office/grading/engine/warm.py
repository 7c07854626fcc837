"""What a template imports before it forks: what these notebooks import, and no more."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

ALWAYS: Final = (
    # The shell, and what the first traceback of a notebook would import late.
    "html.entities",
    "pygments.console",
    "pygments.formatters.terminal256",
    "ailab.office.grading.engine.session",
)
_BY_IMPORT: Final[Mapping[str, tuple[str, ...]]] = {
    "ailab": ("ailab.checks.screen",),
    "ipywidgets": ("ipywidgets",),
    "matplotlib": (
        "matplotlib.backends.backend_agg",
        "matplotlib.pyplot",
        # The first picture of a notebook loads these.
        "PIL.BmpImagePlugin",
        "PIL.GifImagePlugin",
        "PIL.JpegImagePlugin",
        "PIL.PngImagePlugin",
        "PIL.PpmImagePlugin",
    ),
    "numpy": ("numpy",),
    "pandas": ("pandas",),
    "scipy": ("scipy.stats",),
    "sklearn": (
        "sklearn.compose",
        "sklearn.datasets",
        "sklearn.ensemble",
        "sklearn.linear_model",
        "sklearn.metrics",
        "sklearn.model_selection",
        "sklearn.neighbors",
        "sklearn.pipeline",
        "sklearn.preprocessing",
        "sklearn.tree",
    ),
}
MODULES: Final = (*(name for names in _BY_IMPORT.values() for name in names), *ALWAYS)
"""What any lesson may import."""
AT_FIRST_USE: Final = (
    # A table that is shown.
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    # A table that scikit-learn is given.
    "narwhals._interchange.dataframe",
    "narwhals._pandas_like.namespace",
    "narwhals.stable.v2._namespace",
)
"""What libraries import when they are first used, under names of their own: where one has gone, every notebook imports it as always."""
_IMPORT: Final = re.compile(rb"\b(?:import|from)\s+([a-zA-Z_]\w*)")
_MOST_LOOKED_AT: Final = 200
_LARGEST: Final = 2 << 20


def modules_for(notebooks: Iterable[Path]) -> tuple[str, ...]:
    """Return what a template should import before it runs these notebooks.

    A guess from their text, which costs nobody a point: what was not imported here is imported there.
    """
    wanted: set[str] = set()
    for path in list(notebooks)[:_MOST_LOOKED_AT]:
        try:
            with path.open("rb") as stream:
                wanted |= {found.decode() for found in _IMPORT.findall(stream.read(_LARGEST))}
        except OSError:
            continue
    # `load` of ailab opens tables; a seaborn-like import of others brings what it needs itself.
    return (*(name for key, names in _BY_IMPORT.items() if key in wanted for name in names), *ALWAYS)
