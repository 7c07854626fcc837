# points: 0
# hint: begins_a_bit_lower
# why: begins at half of the smallest number
# form: pad
begin = "half"
end = "above"
