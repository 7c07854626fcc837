"""Logging in at the hub: who is on the roster gets in, and every page a learner meets on the way speaks their language.

authenticator.py   the roster as JupyterHub asks for it     screens.py   which page comes next: decisions alone
addresses.py       where a try comes from                   door.py      the pages of logging in
templates/         JupyterHub's pages, our own              readers.py   who reads a page, for the templates
                                                            trust.py     the certificate for a class's machines
"""

from pathlib import Path
from typing import Any, Final

from ailab.office.centre import Centre

__all__ = ["hub_options"]

_HERE: Final = Path(__file__).resolve().parent


def hub_options(centre: Centre) -> dict[str, dict[str, Any]]:
    """Return the part of the configuration that concerns logging in."""
    from ailab.office.hub.login.authenticator import RosterAuthenticator  # it needs JupyterHub
    from ailab.office.hub.login.door import first_page
    from ailab.office.hub.login.readers import reading

    return {
        "JupyterHub": {
            "authenticator_class": RosterAuthenticator,
            "template_paths": [str(_HERE / "templates")],
            "jinja_environment_options": {"extensions": [reading(centre)]},
            "default_url": first_page,
        },
        "RosterAuthenticator": {"folder": str(centre.folder)},
    }
