# points: 2
# hint: always_yes
# why: takes every part out
# form: pad
rule = []
to_send = ["a", "c", "e"]
