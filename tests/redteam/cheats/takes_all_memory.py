# tries: all memory
# points: 0
# stock: harm
hold = []
while True:
    hold.append(bytearray(50 << 20))
