# points: 6
# hint: none
# why: lets the numbers decide
cities = {"harbor": [], "mountain": [], "oasis": [], "plain": []}
for letter in rain:
    months = rain[letter]
    if max(months) <= 10:
        cities["oasis"].append(letter)
    elif min(months) > 0:
        cities["mountain"].append(letter)
    elif months[11] == max(months):
        cities["harbor"].append(letter)
    else:
        cities["plain"].append(letter)
