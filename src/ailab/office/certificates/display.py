"""Numbers as people read them: the digits 0-9 in every language, the decimal mark of the language."""

from fractions import Fraction

from ailab.lang import Language

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def amount(number: Fraction, language: Language, *, digits: int = 2) -> str:
    """Return a number of zero or more, rounded half to even, without idle zeros."""
    scaled = round(number * 10**digits)
    text = f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}".rstrip("0").rstrip(".")
    return text if language == "en" else text.replace(".", ",")


def percent(share: Fraction, language: Language, *, unlike: Fraction | None = None) -> str:
    """Return a share in percent, with as many digits as it takes to tell it from `unlike`.

    Whoever has 69.96 % must not read "70 %" and wonder why 70 % are not enough.
    """
    digits = 1
    while unlike is not None and share != unlike and round(share * 100, digits) == round(unlike * 100, digits):
        digits += 1
    space = _NO_BREAK_SPACE if language == "fr" else ""
    return f"{amount(share * 100, language, digits=digits)}{space}%"


def hours(minutes: Fraction, language: Language) -> str:
    """Return minutes as hours."""
    return amount(minutes / 60, language)


def listed(items: tuple[str, ...], language: Language) -> str:
    """Return items parted by commas."""
    return ("، " if language == "ar" else ", ").join(items)
