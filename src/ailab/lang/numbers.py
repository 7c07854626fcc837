"""Numbers as readers of a language write them, digits always 0–9."""

from ailab.lang.reader import Language


def decimal_text(number: float, language: Language) -> str:
    """Return a number with at most two decimals; French and Arabic of the Maghreb write a comma."""
    text = f"{round(number, 2):g}"
    return text if language == "en" else text.replace(".", ",")
