# points: 5
# hint: splits_at_every_comma
# why: split cuts inside quotes
kept_by_eye = 4
dropped_by_eye = 6
# %%
def count_rows(text):
    kept = 0
    dropped = 0
    for line in text.splitlines()[1:]:
        if line == "":
            continue
        row = line.split(",")
        if len(row) == 3 and row[0] != "" and row[1].isdigit() and row[2].isdigit():
            kept = kept + 1
        else:
            dropped = dropped + 1
    return {"kept": kept, "dropped": dropped}
