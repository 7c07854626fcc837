# points: 5
# hint: takes_long_rows
# why: three fields or more
kept_by_eye = 4
dropped_by_eye = 6
# %%
def count_rows(text):
    kept = 0
    dropped = 0
    rows = list(csv.reader(text.splitlines()))
    for row in rows[1:]:
        if row == []:
            continue
        if len(row) >= 3 and row[0] != "" and row[1].isdigit() and row[2].isdigit():
            kept = kept + 1
        else:
            dropped = dropped + 1
    return {"kept": kept, "dropped": dropped}
