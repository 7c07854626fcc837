"""Open a data set that ships beside the notebook."""

from pathlib import Path
from typing import TYPE_CHECKING

from ailab.errors import UnknownName

if TYPE_CHECKING:
    import pandas


def load(name: str) -> "pandas.DataFrame":
    """Return the data set `data/<name>.csv` that ships with this notebook.

    Parameters
    ----------
    name : str
        Its name, for instance ``"souk_prices"``.

    Returns
    -------
    pandas.DataFrame
        One row per line of the file.

    Raises
    ------
    UnknownName
        When there is no such file here; the message lists those there are.
    """
    import pandas

    folder = Path.cwd() / "data"
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise UnknownName("data set", name, (each.stem for each in folder.glob("*.csv")))
    return pandas.read_csv(path)
