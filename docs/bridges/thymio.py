"""Bridge between a Thymio and a broker, through Thymio Suite and tdmclient. NOT TRIED ON HARDWARE.

    python thymio.py mqtt://user:password@localhost amal

Start Thymio Suite first; this needs `tdmclient` and `ailab[iot]`. A small program on the Thymio itself
stops its motors when `alive` was not set for half a second: also when this computer dies.
"""

import sys

from tdmclient import ClientAsync

from ailab.devices import Bus

FULL = 400  # of Thymio's units; its motors go to about 500
WATCH = """
var alive = 0
timer.period[0] = 500
onevent timer0
  if alive == 0 then
    motor.left.target = 0
    motor.right.target = 0
  end
  alive = 0
"""


class Bridge:
    """What was asked of one Thymio, and what is still to be sent to it."""

    def __init__(self, bus, name):
        """Listen to this robot's topics."""
        self.bus, self.topic = bus, "ailab/robots/" + name
        self.number, self.held, self.targets, self.alive = 0, False, (0, 0), False
        for verb in ("stop", "motors", "heartbeat"):
            bus.subscribe(self.topic + "/" + verb, self.hear)

    def hear(self, topic, payload):
        """Note one message; whatever cannot be understood is a stop."""
        self.alive = True
        try:
            if topic.endswith("/motors"):
                self.number = int(payload["n"])
                shares = (0, 0) if self.held else (payload["left"], payload["right"])
                self.targets = tuple(round(FULL * max(-1, min(1, share))) for share in shares)
            elif topic.endswith("/stop"):
                self.targets, self.held = (0, 0), payload.get("hold") is True
        except (KeyError, TypeError, ValueError, AttributeError):
            self.targets = (0, 0)

    def report(self, near, ground):
        """Pass on what its sensors say: the middle one in front sees some 10 cm."""
        distance = None if near < 1000 else round(14 - near / 400, 1)
        line = [ground[0] < 300, ground[0] < 300 and ground[1] < 300, ground[1] < 300]
        self.bus.publish(self.topic + "/sensors", {"n": self.number, "held": self.held, "distance": distance, "line": line})


async def drive(client, bridge):
    """Pass on messages until the cable or the broker is gone."""
    with await client.lock() as node:
        await node.compile(WATCH)
        await node.run()
        await node.wait_for_variables({"prox.horizontal", "prox.ground.delta"})
        while True:
            bridge.bus.run(seconds=0.02)
            if bridge.alive:
                node.v.motor.left.target, node.v.motor.right.target = bridge.targets
                node.v.alive, bridge.alive = 1, False
                node.flush()
            bridge.report(node.v.prox.horizontal[2], node.v.prox.ground.delta)
            await client.sleep(0.05)


def main(url, name):
    """Join the broker and the Thymio."""
    with Bus(url) as bus, ClientAsync() as client:
        bridge = Bridge(bus, name)
        client.run_async_program(lambda: drive(client, bridge))


if __name__ == "__main__":
    main(*sys.argv[1:])
