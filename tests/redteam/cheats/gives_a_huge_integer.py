# tries: a whole number of a million digits
# points: 0
# stock: run
def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

def double(number):
    return 10 ** 1_000_000
