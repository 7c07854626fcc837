# points: 3.2
# hint: returns_inside_the_loop
# why: return stands inside the loop
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
    return total / len(numbers)
