"""A caravan's visit: a code instead of a roster, guests under animals' names, counted and forgotten.

clock.py    time that a wrong clock doesn't change      guests.py   who comes in, and under which name
codes.py    what guests type                            guesses.py  who tries codes
visits.py   opened, running, ended                      traces.py   what a guest leaves, and taking it away
steps.py    the path's last step, and who got there     animals.py  the names
"""

from ailab.office.centre.visit.animals import Animal, animal_name, animals
from ailab.office.centre.visit.clock import Clock, clock_now
from ailab.office.centre.visit.guesses import Guesses
from ailab.office.centre.visit.guests import Admitted, GuestHere, Turned, admit_guest, guest_of, is_guest
from ailab.office.centre.visit.visits import Past, Status, end_visit, last_status, open_visit, past_visits, running

__all__ = [
    "Admitted",
    "Animal",
    "Clock",
    "Guesses",
    "GuestHere",
    "Past",
    "Status",
    "Turned",
    "admit_guest",
    "animal_name",
    "animals",
    "clock_now",
    "end_visit",
    "guest_of",
    "is_guest",
    "last_status",
    "open_visit",
    "past_visits",
    "running",
]
