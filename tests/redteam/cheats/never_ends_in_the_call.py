# tries: a call that catches the end of its time
# points: 0
# stock: skip
import signal

def double(number):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass
