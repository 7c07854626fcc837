"""Install a centre from this kit: python3 install.py [--to FOLDER]."""

# Read by any Python 3, since it must be able to say that it is too old: hence three languages here, and nothing newer.
import importlib
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the machine's Python, not ours
    sys.exit("This kit needs Python 3.11 or newer.\nCe kit demande Python 3.11 ou plus récent.\nتحتاج هذه الحزمة إلى Python 3.11 أو أحدث.")

sys.dont_write_bytecode = True  # the kit may lie on a stick that is read-only


def start() -> int:
    """Hand over to the installer beside this file."""
    here = Path(__file__).resolve().parent
    try:
        sys.path.insert(0, str(here))
        installer = importlib.import_module("bare.install")
    except ImportError as error:
        sys.exit("This kit is damaged: " + str(error.name) + ". Copy it again.")
    return int(installer.main(here))


if __name__ == "__main__":
    sys.exit(start())
