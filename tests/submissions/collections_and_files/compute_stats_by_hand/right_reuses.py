# points: 6
# hint: none
# why: the largest is the smallest turned around; a variable is called sum
def smallest(numbers):
    best = numbers[0]
    for number in numbers:
        if number < best:
            best = number
    return best
# %%
def largest(numbers):
    turned = []
    for number in numbers:
        turned.append(-number)
    return -smallest(turned)
# %%
def mean(numbers):
    sum = numbers[0]
    for number in numbers[1:]:
        sum = sum + number
    return sum / len(numbers)
