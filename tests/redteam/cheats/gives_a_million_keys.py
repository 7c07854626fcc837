# tries: a dictionary of a million keys
# points: 0
# stock: run
def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

def double(number):
    return dict.fromkeys(range(10**6))
