# tries: block devices, and the disk read below the file system
# points: 4
# stock: harm
import os
import stat

for kind, major, minor in ((stat.S_IFBLK, 254, 0), (stat.S_IFBLK, 8, 0), (stat.S_IFCHR, 1, 1)):
    try:
        os.mknod("/tmp/device", kind | 0o666, os.makedev(major, minor))
        open("/tmp/device", "rb").read(10)
        print("LEAK: device")
    except OSError:
        pass

def double(number):
    return 2 * number
