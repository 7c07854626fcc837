# points: 6
# hint: none
# why: takes the choices from a list
# form: pad
choices = ["zero", "above"]
begin, end = choices
