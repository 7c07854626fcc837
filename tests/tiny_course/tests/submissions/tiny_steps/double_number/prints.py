# points: 0
# hint: gives_nothing
# why: prints
def double(number):
    print(2 * number)
