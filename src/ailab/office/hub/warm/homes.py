"""Each learner's folder, and the user it belongs to where the hub is root.

Which user that is stands nowhere but on the folder: a copied centre hands out new ones.
"""

import os
from pathlib import Path
from typing import Final

from ailab.errors import Refused

_FIRST_USER: Final = 300_000
"""Above the accounts of people, and above those of the grader's sandbox."""
_LAST_USER: Final = 399_999


def own_home(homes: Path, name: str) -> tuple[Path, int]:
    """Return a learner's folder, made if need be, and their user outside; 0 for the hub's own.

    Raises
    ------
    Refused
        When what lies there is no folder, or can't be made one.
    """
    home = homes / name
    try:
        homes.mkdir(parents=True, exist_ok=True)
        if home.is_symlink() or (home.exists() and not home.is_dir()):
            raise Refused(f"{home} is no folder. Move it away, then start the server again.")
        home.mkdir(mode=0o700, exist_ok=True)
        user = _give_away(home, homes) if os.geteuid() == 0 else 0
    except OSError as error:
        raise Refused(f"{home}: {error.strerror}. Make room on the disk or mend the rights of this folder.") from error
    return home, user


def _give_away(home: Path, homes: Path) -> int:
    user = home.stat().st_uid
    others = {each.stat().st_uid for each in homes.iterdir() if each != home and not each.is_symlink()}
    if not _FIRST_USER <= user <= _LAST_USER or user in others:
        user = next(free for free in range(_FIRST_USER, _LAST_USER + 1) if free not in others)
    if home.stat().st_uid != user or home.stat().st_gid != user:
        _change_owner(home, user)
    return user


def _change_owner(home: Path, user: int) -> None:
    # The folder itself comes last: who is stopped halfway begins again.
    for folder, _, files, handle in os.fwalk(home, topdown=False, follow_symlinks=False):
        for name in files:
            os.chown(name, user, user, dir_fd=handle, follow_symlinks=False)
        if Path(folder) != home:
            os.chown(handle, user, user)
    os.chown(home, user, user)
    home.chmod(0o700)
