"""The language packs of JupyterLab's interface."""
