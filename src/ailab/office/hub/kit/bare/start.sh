#!/bin/sh
# Starts ailab from the version in use. The centre's data lie in "centre" beside this file, unless AILAB_CENTRE says otherwise.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
: "${AILAB_CENTRE:=$here/centre}" "${AILAB_ROOT:=$here/current/share/ailab/course}"
export AILAB_CENTRE AILAB_ROOT
if ! [ -x "$here/current/bin/python" ]; then
  echo "The Python that ailab was installed with is gone. Run install.py of the kit again." >&2
  exit 1
fi
exec "$here/current/bin/python" -m ailab "$@"
