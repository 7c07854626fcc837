# points: 6
# hint: none
# why: lets int decide and catches its error
kept_by_eye = 4
dropped_by_eye = 6
# %%
def count_rows(text):
    kept = 0
    dropped = 0
    reader = csv.reader(text.splitlines())
    next(reader)
    for row in reader:
        if len(row) == 0:
            continue
        try:
            item, quantity, price = row
            int(quantity)
            int(price)
        except ValueError:
            dropped += 1
        else:
            if item:
                kept += 1
            else:
                dropped += 1
    return {"kept": kept, "dropped": dropped}
