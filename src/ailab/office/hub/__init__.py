"""A centre's JupyterHub: who may in, where their servers run, what goes to and fro. The one room that knows how a hub is made."""
