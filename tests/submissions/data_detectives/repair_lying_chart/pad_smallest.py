# points: 1
# hint: cuts_all_bars_off
# why: lets the axis end at the smallest bar
# form: pad
begin = "zero"
end = "smallest"
