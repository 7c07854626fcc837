# tries: a million empty lists
# points: 0
# stock: run
def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

def double(number):
    return [[]] * 1_000_000
