"""`python -I -m ailab.office.hub.warm.cold ORDER`: a template for one learner's server alone, when there is no other."""

import json
import sys

from ailab.office.hub.warm.client import PLACES
from ailab.office.hub.warm.template import fork, lay_ground
from ailab.office.sandbox.lasting import Tenant


def main() -> None:
    """Import, fork once, say who was born, end."""
    order = json.loads(sys.argv[1])
    ground = lay_ground(PLACES)
    print(json.dumps(fork(Tenant(**order["tenant"]), ground, channel=order["channel"], log=order["log"])), flush=True)


if __name__ == "__main__":
    main()
