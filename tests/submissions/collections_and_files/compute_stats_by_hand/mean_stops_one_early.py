# points: 4.8
# hint: misses_the_last
# why: the last number is not added
def smallest(numbers):
    best = numbers[0]
    for number in numbers:
        if number < best:
            best = number
    return best
# %%
def largest(numbers):
    best = numbers[0]
    for number in numbers:
        if number > best:
            best = number
    return best
# %%
def mean(numbers):
    total = 0
    for i in range(0, len(numbers) - 1):
        number = numbers[i]
        total += number
    return total / len(numbers)
