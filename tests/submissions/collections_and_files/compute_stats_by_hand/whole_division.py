# points: 5.2
# hint: divides_to_whole_numbers
# why: // instead of /
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
    for number in numbers:
        total += number
    return total // len(numbers)
