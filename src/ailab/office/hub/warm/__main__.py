"""`python -I -m ailab.office.hub.warm SETTINGS`: the template, with its settings as JSON."""

import json
import sys

from ailab.office.hub.warm.template import arguments, serve

if __name__ == "__main__":
    serve(*arguments(json.loads(sys.argv[1])))
