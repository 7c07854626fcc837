# points: 6
# hint: none
# why: chooses the end first
# form: pad
end = "above"
begin = "zero"
