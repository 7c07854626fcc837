# tries: an endless loop that catches everything
# points: 0
# stock: run
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
