# points: 7
# hint: shows_a_friend
# why: sends the photo of a friend
# form: pad
rule = ["four_words", "no_name"]
to_send = ["c", "f"]
