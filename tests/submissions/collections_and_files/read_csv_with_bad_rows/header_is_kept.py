# points: 1
# hint: counts_the_header
# why: kept is what is not dropped, header included
kept_by_eye = 4
dropped_by_eye = 6
# %%
def count_rows(text):
    rows = [row for row in csv.reader(text.splitlines()) if row]
    dropped = 0
    for row in rows[1:]:
        if len(row) != 3 or row[0] == "" or not row[1].isdigit() or not row[2].isdigit():
            dropped = dropped + 1
    return {"kept": len(rows) - dropped, "dropped": dropped}
