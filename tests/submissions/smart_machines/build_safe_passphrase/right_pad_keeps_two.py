# points: 9
# hint: none
# why: keeps the weak part: it does no harm
# form: pad
rule = ["two_words", "four_words", "no_name"]
to_send = ["a", "c", "e"]
