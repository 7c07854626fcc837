"""Course → notebooks: lessons in each language, the nbgrader source, releases.

    Course ─┬─ lessons(language) ─▶ build/<language>/lessons/<module>/
            ├─ source            ─▶ build/nbgrader/source/<module>/          nbgrader generates the release from it
            └─ localise(release) ─▶ build/release/<language>[-pad]/<module>/

Pure functions give files as bytes; `write.py` alone touches the disk. Same course, same bytes.
"""

from ailab.office.build.localise import localise_release
from ailab.office.build.site import Files, build_course, release_version
from ailab.office.build.write import owned_folders, write_files

__all__ = ["Files", "build_course", "localise_release", "owned_folders", "release_version", "write_files"]
