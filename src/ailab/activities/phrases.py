"""Words on and around activities, in the reader's language."""

from ailab.lang import Language, library_translations


def desk_words(language: Language) -> dict[str, str]:
    """Return what stands around every activity."""
    say = library_translations(language)
    return {
        "tools": say("Check and change"),
        "undo": say("Undo"),
        "redo": say("Redo"),
        "check": say("Check"),
        "copy": say("Copy"),
        "in_words": say("In words"),
        "copy_hint": say("My answer as text, for the cell below"),
        "copy_first": say("Copy the text into the cell below, then run that cell and the next one."),
        "copied": say("Copied. Now paste it into the cell below."),
        "checking": say("The check is running; its answer stands below."),
        "silent": say("Python does not answer. Run the cell above this once more."),
        "undo_done": say("Taken back."),
        "redo_done": say("Done again."),
        "listen": say("Listen"),
        "hush": say("Stop"),
    }


def lists_words(language: Language, *, code: bool) -> dict[str, str]:
    """Return what is said about pieces that go from list to list."""
    say = library_translations(language)
    return {
        "pool": say("Lines") if code else say("Cards"),
        "order": say("My order"),
        "empty": say("Nothing here yet"),
        "keys": say(
            "Arrow keys go from piece to piece. Space lifts one, arrows move it, Space puts it down. Escape puts it back, Delete takes it out."
        ),
        "keys_boxes": say("Arrow keys go from card to card. A digit lays the card into the box with that number. Delete takes it out."),
        "up": say("Up"),
        "down": say("Down"),
        "further_in": say("Further in"),
        "further_out": say("Further out"),
        "take_out": say("Take out"),
        "choose_first": say("Choose a card first, then its box."),
        "level": say("further in: {count}"),
        "placed": say("Number {number} in {list}: {piece}"),
        "laid": say("In {list}: {piece}"),
        "taken_out": say("Taken out: {piece}"),
        "lifted": say("Lifted: {piece}. Arrow keys move it, Space puts it down, Escape puts it back."),
        "dropped": say("Put down: {piece}"),
        "put_back": say("Back where it was."),
    }


def choice_words(language: Language) -> dict[str, str]:
    """Return what is said beside options."""
    say = library_translations(language)
    return {"why": say("Why?")}


def predict_words(language: Language) -> dict[str, str]:
    """Return what stands on and around a prediction."""
    say = library_translations(language)
    return {
        "program": say("The program"),
        "mine": say("My prediction"),
        "commit": say("Write it down and run"),
        "first": say("Predict first. Then it runs."),
        "happens": say("What happens:"),
        "predicted": say("Predicted:"),
    }


def color_names(language: Language) -> tuple[str, ...]:
    """Return the names of the colors, in the order of their numbers."""
    say = library_translations(language)
    return (say("white"), say("black"), say("red"), say("yellow"), say("green"), say("blue"), say("orange"), say("purple"))


def paint_words(language: Language) -> dict[str, str]:
    """Return what is said about squares that are colored."""
    say = library_translations(language)
    return {
        "grid": say("Squares"),
        "colors": say("Colors"),
        "keys": say(
            "Arrow keys go from square to square. Space colors a square, a digit gives it that number. Shift and an arrow key draw a line."
        ),
        "square": say("row {row}, square {column}: {number}"),
        "pen": say("Pen"),
        "eraser": say("Eraser"),
        "clear": say("Clear everything"),
    }


def reflect_words(language: Language) -> dict[str, str]:
    """Return how a number of stars is said."""
    say = library_translations(language)
    return {"stars": say("{count} of {most} stars")}


def map_words(language: Language) -> dict[str, str]:
    """Return what is said about points and their labels."""
    say = library_translations(language)
    return {
        "map": say("Map of the points"),
        "point": say("Point {number}: {where}"),
        "none": say("no label"),
        "labels": say("Labels"),
        "take_off": say("Take the label off"),
        "keys": say(
            "Arrow keys go from point to point. Space gives the chosen label, a digit gives the label with that number, Delete takes it off."
        ),
        "predicted": say("What would be predicted"),
    }


def watch_words(language: Language) -> dict[str, str]:
    """Return what stands around the steps of a program."""
    say = library_translations(language)
    return {
        "step": say("Step {number} of {all}"),
        "line": say("next: line {line}"),
        "inside": say("inside `{name}`"),
        "end": say("the end"),
        "lines": say("Line"),
        "names": say("Variables"),
        "no_names": say("No variable yet"),
        "printed": say("Printed"),
        "first": say("To the first step"),
        "before": say("One step back"),
        "after": say("One step on"),
        "last": say("To the last step"),
        "slider": say("Steps"),
    }
