# tries: nothing: doubles one by one, by itself
# points: 4
# stock: run
import sys

sys.setrecursionlimit(5000)

def count(steps):
    return 0 if steps == 0 else 1 + count(steps - 1)

def double(number):
    return number + number + count(500) - 500
