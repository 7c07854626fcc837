"""Bridge between a board on a USB cable (microbit.py, arduino.ino) and a broker. NOT TRIED ON HARDWARE.

    python serial_bridge.py /dev/ttyACM0 mqtt://user:password@localhost amal

Needs pyserial and `ailab[iot]`. It passes on what it hears and adds nothing: the lease is watched by the board,
so the motors stop too when this program dies.
"""

import sys

from ailab.devices import Bus


class Bridge:
    """One board, one cable, one robot's topics."""

    def __init__(self, bus, cable, name):
        """Listen to this robot's topics."""
        self.bus, self.cable, self.topic = bus, cable, "ailab/robots/" + name
        self.held, self.rest = False, b""
        bus.subscribe(self.topic + "/stop", self.on_stop)
        bus.subscribe(self.topic + "/motors", self.on_motors)
        bus.subscribe(self.topic + "/heartbeat", lambda topic, payload: self.cable.write(b"b\n"))

    def on_stop(self, topic, payload):
        """Stop, and note whether it is for good."""
        self.cable.write(b"s\n")
        self.held = isinstance(payload, dict) and payload.get("hold") is True

    def on_motors(self, topic, payload):
        """Pass on whole percents; what cannot be read is a stop."""
        try:
            left, right = (0, 0) if self.held else (round(100 * payload["left"]), round(100 * payload["right"]))
            self.cable.write("m {} {} {}\n".format(int(payload["n"]), left, right).encode())
        except (KeyError, TypeError, ValueError, OverflowError):
            self.cable.write(b"s\n")

    def report(self):
        """Pass on what the board has said: `r 7 42.0`."""
        self.rest += self.cable.read(self.cable.in_waiting)
        *lines, self.rest = self.rest.split(b"\n")
        for line in lines:
            words = line.split()
            if len(words) >= 2 and words[0] == b"r" and words[1].isdigit():
                said = {"n": int(words[1]), "held": self.held}
                if len(words) > 2:
                    said["distance"] = None if words[2] == b"-" else float(words[2])
                self.bus.publish(self.topic + "/sensors", said)


def main(port, url, name):
    """Pass on messages until the cable or the broker is gone."""
    import serial

    with serial.Serial(port, 115200, timeout=0, write_timeout=1) as cable, Bus(url) as bus:
        bridge = Bridge(bus, cable, name)
        while True:
            bus.run(seconds=0.01)
            bridge.report()


if __name__ == "__main__":
    main(*sys.argv[1:])
