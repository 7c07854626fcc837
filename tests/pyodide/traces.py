"""Golden traces of robots and devices as one line of JSON: any Python with src/ on its path can run it, one in a browser too."""

import hashlib
import json
import sys

from ailab.devices import Bus, Greenhouse, grow, stream
from ailab.robot.golden import fingerprints


def fingerprint(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


def reports_of_a_greenhouse(seed: int) -> str:
    with Bus() as bus:
        Greenhouse(seed, bus=bus)
        bus.subscribe("greenhouse/1/soil", lambda topic, soil: bus.publish("greenhouse/1/pump/set", "on" if soil["value"] < 35 else "off"))
        bus.run(seconds=2 * 24 * 3600)
        return fingerprint(bus.log)


def season(seed: int) -> str:
    run = grow(lambda now: {"pump": now["soil"] < 35, "fan": now["temperature"] > 28, "lamp": now["light"] < 50}, days=3, seed=seed)
    return fingerprint((run.readings, run.machines, run.well, run.water, run.energy, run.needed, run.score, run.to_svg()))


def streams(name: str) -> str:
    return fingerprint([list(stream(name, seed=seed, hours=48)) for seed in range(5)])


def traces() -> dict[str, dict[str, object]]:
    return {
        "robots": dict(fingerprints()),
        "devices": {
            "reports": [reports_of_a_greenhouse(seed) for seed in (0, 3, 4)],
            "season": [season(seed) for seed in (1, 3)],
            "streams": [streams(name) for name in ("air_quality", "irrigation")],
        },
    }


if __name__ == "__main__":
    json.dump({"python": sys.version.split()[0], "platform": sys.platform, **traces()}, sys.stdout)
