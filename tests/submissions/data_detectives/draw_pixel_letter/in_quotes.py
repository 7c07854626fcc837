# points: 0
# hint: has_other_numbers
# why: texts in place of numbers
letter = "t"
bar = ["1"] * 8
stem = ["0", "0", "0", "1", "1", "0", "0", "0"]
picture = [bar, bar, stem, stem, stem, stem, stem, stem]
