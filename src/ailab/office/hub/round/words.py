"""What the service says when it can't do what was asked, in the learner's language."""

from http import HTTPStatus
from typing import Final, Literal

from ailab.lang import Translations

Trouble = Literal["full", "too_large", "foreign", "not_expected", "broken", "empty"]

STATUS: Final[dict[Trouble, HTTPStatus]] = {
    "full": HTTPStatus.INSUFFICIENT_STORAGE,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "foreign": HTTPStatus.BAD_REQUEST,
    "not_expected": HTTPStatus.BAD_REQUEST,
    "broken": HTTPStatus.INTERNAL_SERVER_ERROR,
    "empty": HTTPStatus.NOT_FOUND,
}


def words_for(trouble: Trouble, say: Translations) -> str:
    """Return what happened, what that means for the work, and one next step."""
    return {
        "full": say("The centre’s disk is full, so your work could not be handed in. Your file is safe here. Tell your trainer."),
        "too_large": say("Your work is too large to hand in. Clear the outputs of your notebooks, save them, and hand in again."),
        "foreign": say("What arrived could not be read. Your file is safe here. Hand in again."),
        "not_expected": say("These notebooks do not belong to this part of the course. Your file is safe here. Show it to your trainer."),
        "broken": say("Something went wrong at the centre. Your file is safe here. Hand in again in a minute."),
        "empty": say("There is nothing to read here yet."),
    }[trouble]
