# points: 4.8
# hint: misses_the_last
# why: range ends one too early
def smallest(numbers):
    best = numbers[0]
    for i in range(len(numbers) - 1):
        number = numbers[i]
        if number < best:
            best = number
    return best
# %%
def largest(numbers):
    best = numbers[0]
    for i in range(len(numbers) - 1):
        number = numbers[i]
        if number > best:
            best = number
    return best
# %%
def mean(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)
