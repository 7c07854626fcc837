"""`python -m ailab.office.hub.kit.selftest`, as the installer calls it."""

import sys

from ailab.office.hub.kit.selftest import run

sys.exit(run())
