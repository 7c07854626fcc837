"""A centre: its people and classes, what was attended, agreed to and handed in, and the folder all of it lies in.

folder.py    the state folder and its settings      database.py   one database, its schema by Alembic
tables/      what is stored

Knows no web and no JupyterHub: those who serve pages ask here.
"""

from ailab.office.centre.database import session_of, upgrade
from ailab.office.centre.folder import Centre, Settings, make_centre, open_centre

__all__ = ["Centre", "Settings", "make_centre", "open_centre", "session_of", "upgrade"]
