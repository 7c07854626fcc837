# points: 0
# hint: takes_everything
# why: takes all fruits
chosen = [name for name in tray if name != "pebble"]
