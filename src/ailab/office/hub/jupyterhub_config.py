"""What `ailab centre up` gives JupyterHub to read; everything in it comes from the centre's own settings."""

from traitlets.config import get_config

from ailab.office.hub.config import configure

configure(get_config())
