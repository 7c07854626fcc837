# tries: a fork that reads the questions and answers them honestly: the work is its own
# points: 4
# stock: harm
import json
import os
import socket
import stat
import struct

def channels():
    found = []
    for name in os.listdir("/proc/self/fd"):
        try:
            if stat.S_ISSOCK(os.stat(f"/proc/self/fd/{name}").st_mode):
                found.append(int(name))
        except OSError:
            pass
    return found

def frame(data):
    body = json.dumps(data).encode()
    return struct.pack("!I", len(body)) + body

def double(number):
    return 2 * number

if os.fork():
    os.wait()
