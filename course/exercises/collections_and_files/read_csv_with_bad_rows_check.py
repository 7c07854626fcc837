"""Visible cases of read_csv_with_bad_rows."""

import csv

from ailab.checks import Case, Misconception, any_of, behaves_like, call, fails, gives, read

HEADER = "item,quantity,price\n"
FILE = HEADER + 'mint,3,2\ndates,1,40\n,2,15\n"olives, green",2,24\nbread,six,2\ntomatoes,4\n\neggs,30,2\nhoney,1,\nonions,5,4,3\nmilk,1.5,8\n'
GOOD = HEADER + "mint,3,2\ndates,1,40\neggs,30,2\n"
WORD = HEADER + "mint,3,2\nbread,six,2\ndates,1,40\n"
SHORT = HEADER + "mint,3,2\ntomatoes,4\ndates,1,40\n"
LONG = HEADER + "mint,3,2\nonions,5,4,3\ndates,1,40\n"
NAMELESS = HEADER + "mint,3,2\n,2,15\ndates,1,40\n"
GAP = HEADER + "mint,3,2\n\n\ndates,1,40\n"
QUOTED = HEADER + 'mint,3,2\n"olives, green",2,24\ndates,1,40\n'
DECIMAL = HEADER + "mint,3,2\nmilk,1.5,8\ndates,1,40\n"
KINDS = (GOOD, WORD, SHORT, LONG, NAMELESS, GAP, QUOTED, DECIMAL)

CASES = (
    Case("kept_by_eye", read("kept_by_eye"), 4, label="Good rows, counted by eye"),
    Case("dropped_by_eye", read("dropped_by_eye"), 6, label="Bad rows, counted by eye"),
    Case("all_good", call("count_rows", GOOD), {"kept": 3, "dropped": 0}, label="A file with three good rows"),
    Case("file", call("count_rows", FILE), {"kept": 4, "dropped": 6}, label="The file above"),
)


def is_good(row):
    return len(row) == 3 and row[0] != "" and row[1].isdigit() and row[2].isdigit()


def count(rows, good=is_good):
    kept = sum(1 for row in rows if good(row))
    return {"kept": kept, "dropped": len(rows) - kept}


def rows_of(text):
    return [row for row in csv.reader(text.splitlines()) if row]


def counts_the_header(text):
    return count(rows_of(text))


def keeps_the_header(text):
    counts = count(rows_of(text)[1:])
    return {**counts, "kept": counts["kept"] + 1}


def splits_at_every_comma(text):
    return count([line.split(",") for line in text.splitlines() if line][1:])


def splits_everything(text):
    return count([line.split(",") for line in text.splitlines()][1:])


def drops_empty_lines(text):
    return count(list(csv.reader(text.splitlines()))[1:])


def takes_no_name(text):
    return count(rows_of(text)[1:], lambda row: len(row) == 3 and row[1].isdigit() and row[2].isdigit())


def takes_long_rows(text):
    return count(rows_of(text)[1:], lambda row: len(row) >= 3 and row[0] != "" and row[1].isdigit() and row[2].isdigit())


def takes_any_value(text):
    return count(rows_of(text)[1:], lambda row: len(row) == 3 and row[0] != "")


def takes_decimals(text):
    return count(rows_of(text)[1:], lambda row: len(row) == 3 and row[0] != "" and all(field.replace(".", "", 1).isdigit() for field in row[1:]))


def does_like(*wrong):
    probes = [(text,) for text in KINDS]
    return any_of(*(behaves_like("count_rows", each, probes) for each in wrong))


def only_prints(answer):
    outcome = answer.call("count_rows", GOOD)
    return outcome.value is None and outcome.printed.strip() != ""


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "Your function shows the counts, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "gives_a_pair",
        gives(call("count_rows", GOOD), [3, 0]),
        "The two numbers are right, but nobody can tell which is which. Give back a dictionary with the keys `\"kept\"` and `\"dropped\"`.",
    ),
    Misconception(
        "stops_on_words",
        fails(call("count_rows", WORD), "ValueError"),
        "`int` stops your program at a field such as `six`. Ask `isdigit()` before you turn a field into a number.",
    ),
    Misconception(
        "stops_on_short_rows",
        fails(call("count_rows", SHORT), "IndexError"),
        "Your program looks for a field that a short row does not have. Check the number of fields first.",
    ),
    Misconception(
        "splits_at_every_comma",
        does_like(splits_at_every_comma, splits_everything),
        "A comma inside quotes belongs to the name. Let `csv.reader` cut the rows.",
    ),
    Misconception(
        "counts_the_header",
        does_like(counts_the_header, keeps_the_header),
        "You counted the header as a row. Leave the first row out.",
    ),
    Misconception(
        "drops_empty_lines",
        does_like(drops_empty_lines),
        "An empty line is no row: it is neither kept nor dropped. Jump over it.",
    ),
    Misconception(
        "takes_rows_without_name",
        does_like(takes_no_name),
        "A row whose item is empty was kept. Look at the first field too.",
    ),
    Misconception(
        "takes_long_rows",
        does_like(takes_long_rows),
        "A row with four fields was kept. A good row has exactly three.",
    ),
    Misconception(
        "takes_any_value",
        does_like(takes_any_value),
        "You checked how many fields there are, not what is in them. Quantity and price must be whole numbers.",
    ),
    Misconception(
        "takes_decimals",
        does_like(takes_decimals),
        "A row with `1.5` was kept. Quantity and price must be whole numbers, written with digits only.",
    ),
    Misconception(
        "swaps_the_counts_by_eye",
        lambda answer: answer.read("kept_by_eye").value == 6 and answer.read("dropped_by_eye").value == 4,
        "Your two counts by eye are swapped. `kept_by_eye` is for the good rows.",
    ),
    Misconception(
        "counts_the_empty_line_by_eye",
        lambda answer: answer.read("dropped_by_eye").value == 7,
        "By eye you dropped one too many. An empty line is no row, and a comma inside quotes is part of the name.",
    ),
)

LADDER = (
    "Ask each row of the file the three questions of a good row. At which row do your eyes and your program not agree?",
    "The order of the questions matters: is it a row at all, how many fields are there, and only then: what stands in them? A question that comes too early stops the program.",
    'In a file with trams and minutes, `["red", "12"]` is good, `["red"]` is too short, and `["red", "soon"]` has no digits. That makes one row kept and two dropped.',
)
