# tries: memory, environment and files of other processes through /proc
# points: 4
# stock: harm
import os

own = os.getpid()
for name in os.listdir("/proc"):
    if name.isdigit() and int(name) != own:
        print("LEAK: process", name)
for name in ("environ", "mem", "maps", "cwd", "root", "fd"):
    try:
        if name == "environ":
            text = open("/proc/1/environ").read()
            if "GRADERS" in text or "TOKEN" in text or "SECRET" in text:
                print("LEAK: environment")
        elif name in ("cwd", "root"):
            if os.path.realpath(f"/proc/1/{name}") not in ("/", "/home/learner"):
                print("LEAK:", name)
    except OSError:
        pass
for line in open("/proc/self/mountinfo"):
    if "/graders" in line or "submitted" in line:
        print("LEAK: mount", line)

def double(number):
    return 2 * number
