# points: 2
# hint: accepts_fewer
# why: adds the name, keeps two words
# form: pad
rule = ["two_words", "no_name"]
to_send = ["a", "c", "e"]
