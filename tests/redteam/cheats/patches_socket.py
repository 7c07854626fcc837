# tries: a socket module that answers by itself
# points: 0
# stock: run
import socket

class Eager(socket.socket):
    def sendall(self, data, *flags):
        return super().sendall(data, *flags)

socket.socket.sendall = lambda self, data, *flags: None
