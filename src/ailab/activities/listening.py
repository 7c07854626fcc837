"""`listen`: a text with a button that reads it aloud."""

from typing import ClassVar

from ailab.activities.activity import Activity


def listen(text: str) -> "Spoken":
    """Show a text with a button that reads it aloud, where the browser has a voice for its language.

    The voices are the machine's own: nothing is sent anywhere. Where there is none, the text stands there alone.

    Parameters
    ----------
    text : str
        What is shown and read.

    Returns
    -------
    Spoken
        The text; at the end of a cell it shows itself.

    Examples
    --------
    >>> print(listen("Welcome!").as_text("en"))
    Welcome!
    """
    return Spoken("", str(text))


class Spoken(Activity):
    """A text that can be heard; made by `listen`."""

    kind: ClassVar[str] = "listen"
    views: ClassVar[tuple[str, ...]] = ("listening.js",)
