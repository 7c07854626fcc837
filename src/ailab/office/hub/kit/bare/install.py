"""Install a centre from a kit: `python3 install.py [--to FOLDER]`. Needs Python and nothing else.

FOLDER/versions/<version>-<check>/   an environment of its own, the proxy, the course
FOLDER/current                       the version in use; changed last, in one step
FOLDER/ailab                         what people start
FOLDER/centre                        the centre's own data, made later and never touched here
"""

import argparse
import os
import sys
from pathlib import Path

from .checks import Stop, check_files, check_machine, read_kit
from .steps import install
from .words import LANGUAGES, in_words, read_words, speak


def main(folder: Path, arguments: list[str] | None = None) -> int:
    """Install the kit in this folder, try it, and say what comes next; return the exit code."""
    os.umask(0o022)  # learners' processes, which are nobody's account, read what is installed
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # what those we start say stands in order
    asked = _asked(arguments)
    words = read_words(folder)
    say = speak(words, asked.language or _machine_language())
    target = Path(asked.to).expanduser().absolute()
    try:
        kit = read_kit(folder, say)
        check_machine(kit)
        check_files(kit)
        worked = install(kit, target, self_test=not asked.no_self_test)
    except Stop as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(in_words(error, target, say), file=sys.stderr)
        return 1
    _farewell(words, target)
    return 0 if worked else 1


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="install.py", description="Install a centre from this kit. Needs no network.")
    home = "/opt/ailab" if os.geteuid() == 0 else "~/ailab"
    parser.add_argument("--to", default=home, metavar="FOLDER", help="where to install (default: %(default)s)")
    parser.add_argument("--language", choices=LANGUAGES, help="of what is said (default: this machine's)")
    parser.add_argument("--no-self-test", action="store_true", help="install without trying anything")
    return parser.parse_args(arguments)


def _machine_language() -> str:
    names = (os.environ.get(name) for name in ("AILAB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "en")


def _farewell(words: dict[str, dict[str, str]], target: Path) -> None:
    print()
    for language in LANGUAGES:
        print(speak(words, language)("The next step, and the only one:"))
    print(f'\n    "{target / "ailab"}" centre up\n')
