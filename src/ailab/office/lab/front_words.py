"""The words of our front end inside JupyterLab, in the learner's language. Its scripts hold no text of their own but English defaults."""

from ailab.lang import Language, library_translations


def front_words(language: Language) -> dict[str, str]:
    """Return every word by the name under which the scripts ask for it."""
    say = library_translations(language)
    return {"home": say("Home"), "open_activity": say("Open"), "open_pad": say("Open the buttons")}
