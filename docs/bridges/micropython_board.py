"""Bridge for boards with MicroPython and Wi-Fi (Raspberry Pi Pico W, ESP32). NOT TRIED ON HARDWARE.

Copy this file to the board as main.py, with `umqtt.simple` beside it, after filling in the first lines.
Two pins for each motor (driver such as DRV8833), and an ultrasonic sensor if there is one. The wire
protocol stands in docs/hardware.md. Three things stop the motors without anybody's help: no message for
LEASE_MS, a lost broker (the board starts again), and a loop that hangs (the board's own watchdog).
"""

import json
import time

import machine
import network
from umqtt.simple import MQTTClient

WIFI, WIFI_PASSWORD = "name of the network", "its password"
BROKER, PORT, USER, PASSWORD, TLS = "192.168.1.10", 1883, "robot", "its password", None
NAME = "amal"
LEFT, RIGHT = (2, 3), (4, 5)  # forward and backward pin of each motor
TRIGGER, ECHO = 6, 7  # None, None without a distance sensor; its echo gives 5 V: divide it to 3.3 V
LIMIT = 0.8
LEASE_MS, REPORT_MS, WATCHDOG_MS = 500, 100, 3000


class Board:
    """The motors, what was asked of them last, and since when."""

    def __init__(self):
        """Make pins of numbers; everything stands still."""
        self.pins = [[machine.PWM(machine.Pin(pin), freq=1000, duty_u16=0) for pin in motor] for motor in (LEFT, RIGHT)]
        self.trigger = machine.Pin(TRIGGER, machine.Pin.OUT) if TRIGGER is not None else None
        self.echo = machine.Pin(ECHO, machine.Pin.IN) if ECHO is not None else None
        self.number, self.held, self.moving, self.renewed = 0, False, False, time.ticks_ms()
        self.news = True

    def drive(self, left, right):
        """Give each motor its share of full speed, within the limit."""
        for (ahead, back), share in zip(self.pins, (left, right)):
            share = float(share)
            if share != share:  # not a number: min and max would make full speed of it
                share = 0.0
            share = max(-LIMIT, min(LIMIT, share))
            ahead.duty_u16(int(max(share, 0) * 65535))
            back.duty_u16(int(max(-share, 0) * 65535))
        self.moving = bool(left or right)

    def hear(self, topic, message):
        """Obey one message; whatever cannot be understood is a stop."""
        self.renewed = time.ticks_ms()
        verb = topic.decode().split("/")[-1]
        try:
            asked = json.loads(message)
            if verb == "stop":
                self.held = bool(asked.get("hold"))
                self.drive(0, 0)
            elif verb == "motors":
                self.number = int(asked["n"])
                self.drive(*((0, 0) if self.held else (asked["left"], asked["right"])))
        except (ValueError, KeyError, TypeError, AttributeError):
            self.drive(0, 0)
        self.news = self.news or verb != "heartbeat"

    def check_lease(self):
        """Stop when the program has been silent for too long."""
        if self.moving and time.ticks_diff(time.ticks_ms(), self.renewed) > LEASE_MS:
            self.drive(0, 0)
            self.news = True

    def report(self):
        """Return what there is to say as JSON."""
        said = {"n": self.number, "held": self.held, "moving": self.moving}
        if self.echo is not None:
            said["distance"] = self.measure()
        return json.dumps(said)

    def measure(self):
        """Return centimeters, or None without an echo."""
        self.trigger.value(1)
        time.sleep_us(10)
        self.trigger.value(0)
        echo_us = machine.time_pulse_us(self.echo, 1, 12000)
        return round(echo_us / 58, 1) if echo_us > 0 else None


def main():
    """Drive until the broker is lost, then stop and start again."""
    board = Board()
    try:
        serve(board, connected(board))
    finally:
        board.drive(0, 0)
        machine.reset()


def connected(board):
    """Return a client that listens to this robot's topics."""
    wifi = network.WLAN(network.STA_IF)
    wifi.active(True)
    wifi.connect(WIFI, WIFI_PASSWORD)
    while not wifi.isconnected():
        time.sleep_ms(200)
    client = MQTTClient("ailab-" + NAME, BROKER, port=PORT, user=USER, password=PASSWORD, keepalive=10, ssl=TLS)
    client.set_callback(board.hear)
    client.set_last_will(topic("status"), b"offline", retain=True)
    client.connect()
    client.publish(topic("status"), b"online", retain=True)
    for verb in ("stop", "motors", "heartbeat"):  # stop first: a hold that lies there must be known before any motor turns
        client.subscribe(topic(verb))
    return client


def serve(board, client):
    """Hear, watch and report, over and over."""
    watchdog = machine.WDT(timeout=WATCHDOG_MS)
    reported = time.ticks_ms()
    while True:
        watchdog.feed()
        client.check_msg()
        board.check_lease()
        if board.news or time.ticks_diff(time.ticks_ms(), reported) >= REPORT_MS:
            board.news, reported = False, time.ticks_ms()
            client.publish(topic("sensors"), board.report())
        time.sleep_ms(2)


def topic(verb):
    """Return this robot's topic for a verb."""
    return ("ailab/robots/" + NAME + "/" + verb).encode()


if __name__ == "__main__":
    main()
