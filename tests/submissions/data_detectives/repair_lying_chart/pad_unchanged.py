# points: 0
# hint: keeps_the_trick
# why: leaves the chart as it is
# form: pad
begin = "forty_eight"
end = "fifty_three"
