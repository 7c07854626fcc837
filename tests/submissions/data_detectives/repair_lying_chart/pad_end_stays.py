# points: 3
# hint: fits_this_school_only
# why: changes only where the axis begins
# form: pad
begin = "zero"
end = "fifty_three"
