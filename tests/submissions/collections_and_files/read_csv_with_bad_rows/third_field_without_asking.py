# points: 5
# hint: stops_on_short_rows
# why: looks at the third field of a row with two
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
        if row[0] != "" and row[1].isdigit() and row[2].isdigit() and len(row) == 3:
            kept = kept + 1
        else:
            dropped = dropped + 1
    return {"kept": kept, "dropped": dropped}
