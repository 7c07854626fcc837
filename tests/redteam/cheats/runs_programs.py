# tries: set-user-id programs, a shell and a debugger
# points: 4
# stock: harm
import os
import subprocess

for command in (["su", "-c", "id"], ["sudo", "-n", "id"], ["mount"], ["passwd", "-S"], ["ping", "-c1", "127.0.0.1"], ["unshare", "-r", "id"], ["newuidmap", "1", "0", "0", "1"]):
    try:
        done = subprocess.run(command, capture_output=True, timeout=3, stdin=subprocess.DEVNULL)
        if b"uid=0" in done.stdout or (command[0] == "ping" and done.returncode == 0):
            print("LEAK:", command)
    except (OSError, subprocess.TimeoutExpired):
        pass

def double(number):
    return 2 * number
