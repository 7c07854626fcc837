# tries: symbolic and hard links, and names with ../, out of its folder
# points: 4
# stock: harm
import os

for target in ("/", "/root", "/var", "../../..", "/proc/1/root", "/proc/self/cwd/../..", "/.old"):
    try:
        os.symlink(target, "link" + str(abs(hash(target))))
        seen = set(os.listdir("link" + str(abs(hash(target)))))
        if seen & {"gradebook.db", "submitted", "graders", "boot", "lost+found", "shadow"}:
            print("LEAK:", target, seen)
    except OSError:
        pass
try:
    os.link("/etc/passwd", "hard")
    print("LEAK: hard link")
except OSError:
    pass

def double(number):
    return 2 * number
