# points: 4
# hint: none
# why: gives the name of the nearer typical fruit
def rule(length_mm, width_mm):
    typical = {"olive": (22, 15), "argan": (24, 20.5)}
    nearest = None
    best = None
    for name, (length, width) in typical.items():
        far = (length - length_mm) ** 2 + (width - width_mm) ** 2
        if best is None or far < best:
            nearest, best = name, far
    return nearest
