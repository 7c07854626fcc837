# tries: memory files, shared segments, temporary folders and fresh processes
# points: 4
# stock: harm
import ctypes
import os
import subprocess
import sys

libc = ctypes.CDLL(None)
taken = 0
for number in range(50):
    try:
        handle = os.memfd_create("x")
        taken += os.write(handle, bytes(50 << 20))
    except OSError:
        break
for number in range(50):
    if libc.shmget(0, 50 << 20, 0o1600) >= 0:
        taken += 50 << 20
for folder in ("/dev/shm", "/tmp", "."):
    try:
        with open(folder + "/big", "wb") as stream:
            for _ in range(200):
                taken += stream.write(bytes(1 << 20))
    except OSError:
        pass
if taken > 300 << 20:
    print("LEAK: memory", taken)

def double(number):
    return 2 * number
