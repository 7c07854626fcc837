# tries: a list that grows while it is copied
# points: 0
# stock: run
class Endless(list):
    def __iter__(self):
        while True:
            yield 1

Endless.__module__ = "collections"

def double(number):
    value = []
    value.append(value)
    return value if number else Endless([1])
