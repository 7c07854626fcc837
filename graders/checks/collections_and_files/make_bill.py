"""Hidden cases of make_bill."""

import csv
from random import Random

from ailab.checks import Case, Outcome, call

NAMES = ("almonds", "apples", "butter", "carrots", "couscous", "figs", "flour", "grapes", "lentils", "milk")
COLUMNS = ["item", "quantity", "price", "amount"]


def cases(seed):
    random = Random(seed)
    names = random.sample(NAMES, 6)
    prices = {name: random.randint(3, 90) for name in names}
    order = {name: random.randint(2, 40) for name in random.sample(names, 4)}
    bill = [_line(name, quantity, prices[name]) for name, quantity in order.items()]
    with_comma = [_line(f"{names[0]}, {names[1]}", 2, prices[names[0]]), *bill]
    with_quotes = [_line(f'{names[2]} "{names[3]}"', 3, prices[names[2]]), *bill]
    return (
        Case("lines", call("make_bill", order, prices), bill),
        Case("nothing_ordered", call("make_bill", {}, prices), [], needs=("lines",)),
        Case("total", call("bill_total", bill), sum(line["amount"] for line in bill)),
        Case("nothing_to_pay", call("bill_total", []), 0, needs=("total",)),
        Case("cells", _rows(bill), [COLUMNS, *([str(value) for value in line.values()] for line in bill)]),
        Case("from_a_spreadsheet", call("bill_from_csv", _as_spreadsheets_do(bill)), bill),
        Case("commas", _there_and_back(with_comma), with_comma),
        Case("quotes", _there_and_back(with_quotes), with_quotes),
    )


def _line(item, quantity, price):
    return {"item": item, "quantity": quantity, "price": price, "amount": quantity * price}


def _rows(bill):
    def ask(answer):
        text = answer.call("bill_to_csv", bill)
        rows = [row for row in csv.reader(text.value.splitlines()) if row] if isinstance(text.value, str) else None
        return Outcome(value=rows, error=text.error)

    return ask


def _as_spreadsheets_do(bill):
    # Some spreadsheets put every text in quotes and end lines with \r\n.
    rows = [",".join(f'"{name}"' for name in COLUMNS)]
    rows += [f'"{line["item"]}",{line["quantity"]},{line["price"]},{line["amount"]}' for line in bill]
    return "\r\n".join(rows) + "\r\n"


def _there_and_back(bill):
    def ask(answer):
        text = answer.call("bill_to_csv", bill)
        if text.error or not isinstance(text.value, str):
            return Outcome(error=text.error)
        return answer.call("bill_from_csv", text.value)

    return ask
