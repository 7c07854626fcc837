# points: 6
# hint: none
# why: goes through the positions, counts by itself
def smallest(numbers):
    place = 0
    for i in range(1, len(numbers)):
        if numbers[i] < numbers[place]:
            place = i
    return numbers[place]
# %%
def largest(numbers):
    place = 0
    i = 1
    while i < len(numbers):
        if numbers[i] > numbers[place]:
            place = i
        i = i + 1
    return numbers[place]
# %%
def mean(numbers):
    total = 0
    how_many = 0
    for number in numbers:
        total += number
        how_many += 1
    return total / how_many
