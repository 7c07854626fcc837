# tries: calls that take as long as they may
# points: 0
# stock: skip
import time

def double(number):
    time.sleep(60)
    return 2 * number
