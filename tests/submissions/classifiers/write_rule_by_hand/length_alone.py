# points: 2
# hint: looks_at_length_only
# why: argan nuts are a little longer, but the lengths overlap
def rule(length_mm, width_mm):
    if length_mm > 23:
        return "argan"
    return "olive"
