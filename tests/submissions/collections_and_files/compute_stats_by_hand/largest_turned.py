# points: 4.8
# hint: turns_the_comparison
# why: < in both functions
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
        if number < best:
            best = number
    return best
# %%
def mean(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)
