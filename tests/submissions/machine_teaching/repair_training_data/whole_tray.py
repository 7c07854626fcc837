# points: 0
# hint: takes_everything
# why: takes the whole tray
chosen = list(tray)
