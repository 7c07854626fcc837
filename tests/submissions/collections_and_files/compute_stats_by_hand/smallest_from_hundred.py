# points: 5.6
# hint: starts_from_a_guess
# why: no night is warmer than a hundred degrees
def smallest(numbers):
    best = 100
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
    for number in numbers:
        total += number
    return total / len(numbers)
