# tries: TCP, UDP, raw, DNS, abstract and virtual-machine sockets
# points: 4
# stock: harm
import socket

PORT = 47_113
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", PORT)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", PORT)),
    (socket.AF_INET6, socket.SOCK_DGRAM, ("::1", PORT)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("255.255.255.255", PORT)),
    (socket.AF_INET, socket.SOCK_RAW, ("127.0.0.1", 0)),
    (socket.AF_UNIX, socket.SOCK_STREAM, "\0ailab-redteam"),
    (socket.AF_UNIX, socket.SOCK_STREAM, "/tmp/.X11-unix/X0"),
    (socket.AF_UNIX, socket.SOCK_STREAM, "/run/dbus/system_bus_socket"),
    (40, socket.SOCK_STREAM, (1, PORT)),
):
    try:
        with socket.socket(family, kind) as one:
            one.settimeout(0.2)
            one.connect(address)
            one.send(b"hello")
            print("LEAK:", family, kind, address)
    except OSError:
        pass
try:
    print("LEAK:", socket.gethostbyname("localhost.example"))
except OSError:
    pass

def double(number):
    return 2 * number
