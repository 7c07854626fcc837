"""The command line: noun, then verb. One module per noun; a command parses, calls one function, prints.

Exit codes: 0 done, 1 problems found, 2 wrong usage.
"""

from ailab.cli.main import main

__all__ = ["main"]
