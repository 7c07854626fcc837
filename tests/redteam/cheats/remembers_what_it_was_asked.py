# tries: the hidden inputs, shown by a cell after the check
# points: 4
# stock: run
asked = []

def double(number):
    asked.append(number)
    with open("asked.txt", "a") as stream:
        stream.write(f"{number}\n")
    return 2 * number
# %% after
print(asked)
# %% after
import os

print(open("asked.txt").read() if os.path.exists("asked.txt") else "")
# %% after
check("double_number")
