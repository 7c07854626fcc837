# tries: a hundred thousand open files
# points: 4
# stock: harm
hold = []
try:
    while len(hold) < 100_000:
        hold.append(open("/dev/null"))
    print("LEAK: files")
except OSError:
    hold.clear()

def double(number):
    return 2 * number
