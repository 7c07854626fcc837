# points: 6
# hint: forgets_the_name
# why: chooses the number only
# form: pad
rule = ["four_words"]
to_send = ["a", "c", "e"]
