# tries: SIGSTOP to itself, inside the call
# points: 4
# stock: harm
import os
import signal

def double(number):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 2 * number
