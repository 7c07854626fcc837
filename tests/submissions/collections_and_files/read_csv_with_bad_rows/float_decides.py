# points: 5
# hint: takes_decimals
# why: float takes 1.5 too
kept_by_eye = 4
dropped_by_eye = 6
# %%
def is_number(field):
    try:
        float(field)
        return True
    except ValueError:
        return False


def count_rows(text):
    kept = 0
    dropped = 0
    rows = list(csv.reader(text.splitlines()))
    for row in rows[1:]:
        if row == []:
            continue
        if len(row) == 3 and row[0] != "" and is_number(row[1]) and is_number(row[2]):
            kept = kept + 1
        else:
            dropped = dropped + 1
    return {"kept": kept, "dropped": dropped}
