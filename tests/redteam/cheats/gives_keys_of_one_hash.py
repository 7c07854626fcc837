# tries: keys whose hashes are all the same
# points: 0
# stock: run
def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

def double(number):
    return {n * (2**61 - 1): 0 for n in range(40_000)}
