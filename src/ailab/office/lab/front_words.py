"""The words of our front end inside JupyterLab, in the learner's language. Its scripts hold no text of their own but English defaults."""

from ailab.lang import Language, Translations, library_translations


def front_words(language: Language, form: str = "") -> dict[str, str]:
    """Return every word by the name under which the scripts ask for it, and how the reader writes programs."""
    say = library_translations(language)
    return {
        "language": language,
        "form": form,
        "check": say("Check"),
        "close": say("Close"),
        "home": say("Home"),
        "open_activity": say("Open"),
        "open_pad": say("Open the buttons"),
        **_frame_words(say),
        **_sign_words(say),
        "submit": say("Hand in my work"),
        "tongue_ar": say("Show this in Arabic"),
        "tongue_fr": say("Show this in French"),
        "tongue_none": say("This text stands here in one language only."),
    }


def _frame_words(say: Translations) -> dict[str, str]:
    return {
        "bar": say("What you can do here"),
        "run": say("Run this cell"),
        "run_short": say("Run"),
        "run_hint": say("Shift+Enter does it too"),
        "stop": say("Stop"),
        "undo": say("Undo"),
        "again": say("Start again"),
        "again_hint": say("Begin with a fresh notebook. Your answers stay."),
        "again_title": say("Start again?"),
        "again_body": say("The results below the cells go, and the notebook forgets what has run. Your answers stay."),
        "again_no": say("No, go on"),
        "whole_lab": say("Whole lab"),
        "whole_lab_hint": say("Show all menus and tools"),
        "tidy_lab": say("Few buttons"),
    }


def _sign_words(say: Translations) -> dict[str, str]:
    return {
        "signs": say("Signs for code"),
        "signs_away": say("Hide the signs"),
        "sign_round_open": say("opening round bracket"),
        "sign_round_close": say("closing round bracket"),
        "sign_square_open": say("opening square bracket"),
        "sign_square_close": say("closing square bracket"),
        "sign_curly_open": say("opening curly bracket"),
        "sign_curly_close": say("closing curly bracket"),
        "sign_colon": say("colon"),
        "sign_equals": say("equals sign"),
        "sign_comma": say("comma"),
        "sign_quote": say("quotation mark"),
        "sign_underscore": say("underscore"),
        "sign_hash": say("number sign"),
    }
