# points: 4
# hint: uses_ready_made_words
# why: the ready-made words
def smallest(numbers):
    return min(numbers)
# %%
def largest(numbers):
    return max(numbers)
# %%
def mean(numbers):
    return sum(numbers) / len(numbers)
