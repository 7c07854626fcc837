# points: 4.8
# hint: starts_from_zero
# why: starts both searches from zero
def smallest(numbers):
    best = 0
    for number in numbers:
        if number < best:
            best = number
    return best
# %%
def largest(numbers):
    best = 0
    for number in numbers:
        if number > best:
            best = number
    return best
# %%
def mean(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)
