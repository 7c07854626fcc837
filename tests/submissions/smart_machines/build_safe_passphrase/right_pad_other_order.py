# points: 9
# hint: none
# why: another order
# form: pad
rule = ["no_name", "four_words"]
to_send = ["c", "a", "e"]
