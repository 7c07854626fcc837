# points: 4
# hint: uses_ready_made_words
# why: takes the ends of the sorted list
def smallest(numbers):
    numbers = sorted(numbers)
    return numbers[0]
# %%
def largest(numbers):
    numbers.sort()
    return numbers[-1]
# %%
def mean(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers)
