# points: 4.8
# hint: counts_the_first_twice
# why: starts from the first number and adds it again
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
    total = numbers[0]
    for number in numbers:
        total += number
    return total / len(numbers)
