# points: 2
# hint: names_no_part
# why: writes a part that is not there
# form: pad
rule = ["many_words"]
to_send = ["a", "c", "e"]
