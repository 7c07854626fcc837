# points: 2
# hint: always_no
# why: chooses all parts
# form: pad
rule = ["two_words", "four_words", "no_name", "short", "only_digits"]
to_send = ["a", "c", "e"]
