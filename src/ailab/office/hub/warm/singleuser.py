"""The single-user server of JupyterHub, without the parser of a command line that nobody typed."""

from typing import Any

from jupyter_server.serverapp import ServerApp
from jupyterhub.singleuser.extension import JupyterHubSingleUser


class LearnersServerApp(ServerApp):
    """Jupyter's server."""

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Read arguments if there are any; the parser alone costs each server 5 MB."""
        if argv:
            super().parse_command_line(argv)


class LearnersServer(JupyterHubSingleUser):
    """JupyterHub's extension on top of it."""

    serverapp_class: Any = LearnersServerApp

    @classmethod
    def get_extension_package(cls) -> str:
        """Return the extension this is: JupyterHub's, not one of this package."""
        return str(JupyterHubSingleUser.get_extension_package())
