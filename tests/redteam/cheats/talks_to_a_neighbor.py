# tries: keyrings, shared memory, locks and sockets as a way from one job to the next
# points: 4
# stock: harm
import ctypes
import fcntl
import os
import socket

libc = ctypes.CDLL(None)
if os.uname().machine == "x86_64":
    for number in (248, 249, 250):
        if libc.syscall(number, b"user", b"ailab", b"secret", 6, -4) > 0:
            print("LEAK: keyring", number)
if os.listdir("/dev/shm"):
    print("LEAK: shared memory", os.listdir("/dev/shm"))
open("/dev/shm/left", "w").write("x")
os.makedirs("/tmp/left", exist_ok=True)
for standard in (0, 1, 2):
    if fcntl.fcntl(standard, fcntl.F_GETFL) & os.O_NONBLOCK:
        print("LEAK: shared flags", standard)
for standard in (0, 1, 2):
    fcntl.fcntl(standard, fcntl.F_SETFL, fcntl.fcntl(standard, fcntl.F_GETFL) | os.O_NONBLOCK)
    try:
        os.lseek(standard, 1234, os.SEEK_SET)
    except OSError:
        pass
with socket.socket(socket.AF_UNIX) as one:
    one.bind("\0ailab-redteam-neighbor")

def double(number):
    return 2 * number
