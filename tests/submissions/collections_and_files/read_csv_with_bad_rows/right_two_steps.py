# points: 6
# hint: none
# why: a function for one row, and two lists
kept_by_eye = 4
dropped_by_eye = 6
# %%
def is_good(row):
    if len(row) != 3:
        return False
    item, quantity, price = row
    return item != "" and quantity.isdigit() and price.isdigit()


def count_rows(text):
    lines = [line for line in text.splitlines() if line != ""]
    rows = list(csv.reader(lines))
    good = [row for row in rows[1:] if is_good(row)]
    bad = [row for row in rows[1:] if not is_good(row)]
    return {"dropped": len(bad), "kept": len(good)}
