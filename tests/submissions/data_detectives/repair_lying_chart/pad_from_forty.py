# points: 0
# hint: begins_a_bit_lower
# why: lets the axis begin at 40
# form: pad
begin = "forty"
end = "above"
