# tries: gigabytes of text, colors and bells
# points: 4
# stock: harm
for _ in range(100):
    print("\x1b[31m\x07\x1b]0;owned\x07" * 100_000)

def double(number):
    return 2 * number
