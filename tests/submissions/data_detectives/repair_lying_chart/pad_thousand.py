# points: 1
# hint: has_much_air
# why: lets the axis end at 1000
# form: pad
begin = "zero"
end = "thousand"
