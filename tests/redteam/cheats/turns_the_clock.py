# tries: the clocks of its process frozen
# points: 4
# stock: run
import time

time.time = time.monotonic = time.perf_counter = lambda: 0.0
try:
    time.clock_settime(time.CLOCK_REALTIME, 0)
    print("LEAK: the clock was set")
except OSError:
    pass

def double(number):
    return 2 * number
