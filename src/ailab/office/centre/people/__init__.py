"""People of a centre: who they are here, how they get in, and the list they come from.

ids, logins            who is who                      doors          who gets in, how often one may try
pins, pictures,        what opens the door             lists, columns, a list as Excel saves it, read without guessing
passphrases, hashes,     and what is stored of it      rows, matching
classes, members       who learns together             roster         the list taken in, or nothing of it
                                                       cards          what is cut out and handed over
"""

from ailab.office.centre.people.cards import login_cards
from ailab.office.centre.people.classes import enrol, learners_of, leave, make_group, open_groups, trainers_of
from ailab.office.centre.people.columns import COLUMNS
from ailab.office.centre.people.doors import Admitted, Refusal, admit, authenticate, is_locked, unlock
from ailab.office.centre.people.keys import NewSecret, change_passphrase, reset_secret
from ailab.office.centre.people.lists import Problem
from ailab.office.centre.people.members import add_learners, add_trainer, person_of
from ailab.office.centre.people.pictures import PICTURES, picture_file, picture_name
from ailab.office.centre.people.roster import Entry, RosterDone, RosterPlan, import_roster, plan_roster, sample_roster

__all__ = [
    "COLUMNS",
    "PICTURES",
    "Admitted",
    "Entry",
    "NewSecret",
    "Problem",
    "Refusal",
    "RosterDone",
    "RosterPlan",
    "add_learners",
    "add_trainer",
    "admit",
    "authenticate",
    "change_passphrase",
    "enrol",
    "import_roster",
    "is_locked",
    "learners_of",
    "leave",
    "login_cards",
    "make_group",
    "open_groups",
    "person_of",
    "picture_file",
    "picture_name",
    "plan_roster",
    "reset_secret",
    "sample_roster",
    "trainers_of",
    "unlock",
]
