# tries: a generator without end
# points: 0
# stock: run
def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

def double(number):
    return iter(int, 1)
