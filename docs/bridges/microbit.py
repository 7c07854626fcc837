"""Bridge for a micro:bit on a robot board, through its USB cable. NOT TRIED ON HARDWARE.

Flash this with a MicroPython editor; serial_bridge.py runs on the computer at the other end of the cable.
Each motor here is a pin for speed and a pin for direction: change `drive` for your robot board.
The motors stop when no line has come for LEASE_MS: also when the cable is pulled and the batteries go on.
"""

from microbit import pin8, pin12, pin13, pin16, running_time, sleep, uart

LEASE_MS, REPORT_MS, LIMIT = 500, 100, 80
MOTORS = ((pin13, pin12), (pin16, pin8))  # speed and direction: left, right


def drive(*percents):
    """Give each motor -100 to 100 percent."""
    for (speed, direction), percent in zip(MOTORS, percents):
        percent = max(-LIMIT, min(LIMIT, percent))
        direction.write_digital(1 if percent < 0 else 0)
        speed.write_analog(abs(percent) * 1023 // 100)


def obey(line, number):
    """Act on one line, `m 7 50 -50`, `s` or `b`, and return the number of the last command; what cannot be read is a stop."""
    words = line.split()
    try:
        if words[0] == b"m":
            drive(int(words[2]), int(words[3]))
            return int(words[1])
        if words[0] != b"b":
            drive(0, 0)
    except (ValueError, IndexError):
        drive(0, 0)
    return number


def main():
    """Read lines, watch the lease, report."""
    uart.init(baudrate=115200)
    drive(0, 0)
    rest, number, renewed, reported = b"", 0, 0, 0
    while True:
        now = running_time()
        rest += uart.read() or b""
        while b"\n" in rest:
            line, rest = rest.split(b"\n", 1)
            number, renewed, reported = obey(line, number), now, 0
        if now - renewed > LEASE_MS:
            drive(0, 0)
        if now - reported > REPORT_MS:
            reported = now
            uart.write("r {}\n".format(number))
        sleep(5)


if __name__ == "__main__":
    main()
