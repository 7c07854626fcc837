"""`python -m ailab` is the command line."""

from ailab.cli import main

main()
