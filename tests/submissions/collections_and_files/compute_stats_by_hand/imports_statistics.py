# points: 4
# hint: uses_ready_made_words
# why: imports the mean
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
import statistics


def mean(numbers):
    return statistics.mean(numbers)
