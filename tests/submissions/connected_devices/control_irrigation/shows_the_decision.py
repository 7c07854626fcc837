# points: 0
# hint: prints_instead_of_return
# why: prints
def irrigate(soil, is_on):
    if soil < 23:
        print(True)
    elif soil > 30:
        print(False)
    else:
        print(is_on)
