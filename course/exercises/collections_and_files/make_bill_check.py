"""Visible cases of make_bill."""

import csv

from ailab.checks import Case, Misconception, Outcome, any_of, behaves_like, call, fails

COLUMNS = ["item", "quantity", "price", "amount"]
PRICES = {"bread": 2, "eggs": 3, "mint": 4}
ORDER = {"bread": 20, "eggs": 30}


def line(item, quantity, price):
    return {"item": item, "quantity": quantity, "price": price, "amount": quantity * price}


PLAIN = [line("bread", 20, 2), line("eggs", 30, 3)]
COMMA = [line("olives, green", 2, 24), line("bread", 20, 2)]
QUOTED = [line('cheese "jben"', 1, 30), line("bread", 20, 2)]
PLAIN_TEXT = "item,quantity,price,amount\nbread,20,2,40\neggs,30,3,90\n"
COMMA_TEXT = 'item,quantity,price,amount\n"olives, green",2,24,48\nbread,20,2,40\n'


def there_and_back(bill):
    """Ask for the bill that comes out when it has gone to CSV text and back."""

    def ask(answer):
        text = answer.call("bill_to_csv", bill)
        if text.error or not isinstance(text.value, str):
            return Outcome(error=text.error)
        return answer.call("bill_from_csv", text.value)

    return ask


CASES = (
    Case("lines", call("make_bill", ORDER, PRICES), PLAIN, label="The lines of the bill"),
    Case("total", call("bill_total", PLAIN), 130, label="The total"),
    Case("there_and_back", there_and_back(PLAIN), PLAIN, label="To CSV and back: the bill is the same"),
    Case("comma_and_quotes", there_and_back([*COMMA, *QUOTED]), [*COMMA, *QUOTED], label="To CSV and back with commas and quotes in names"),
)


def forgets_the_quantity(order, prices):
    return [{**line(item, quantity, prices[item]), "amount": prices[item]} for item, quantity in order.items()]


def bills_all_prices(order, prices):
    return [line(item, order[item], price) for item, price in prices.items()]


def totals_the_prices(bill):
    return sum(each["price"] for each in bill)


def totals_the_last(bill):
    return bill[-1]["amount"]


def counts_the_lines(bill):
    return len(bill)


def cells(answer, bill):
    """Return the rows of the learner's CSV text as a spreadsheet reads them; none when it is no text."""
    text = answer.call("bill_to_csv", bill).value
    return [row for row in csv.reader(text.splitlines()) if row] if isinstance(text, str) else []


def only_prints(answer):
    questions = (("make_bill", ORDER, PRICES), ("bill_total", PLAIN), ("bill_to_csv", PLAIN), ("bill_from_csv", PLAIN_TEXT))
    outcomes = [answer.call(*question) for question in questions]
    return any(outcome.value is None and outcome.printed.strip() for outcome in outcomes)


def total_is_text(answer):
    return isinstance(answer.call("bill_total", PLAIN).value, str)


def header_is_missing(answer):
    return bool(rows := cells(answer, PLAIN)) and rows[0] == ["bread", "20", "2", "40"]


def commas_break_the_rows(answer):
    return len(cells(answer, PLAIN)) == 3 and any(len(row) > 4 for row in cells(answer, COMMA))


def quotes_get_lost(answer):
    rows = cells(answer, QUOTED)
    return len(cells(answer, COMMA)) == 3 and len(rows) == 3 and rows[1] != ['cheese "jben"', "1", "30", "30"]


def numbers_stay_text(answer):
    bill = answer.call("bill_from_csv", PLAIN_TEXT).value
    return isinstance(bill, list) and any(isinstance(value, str) for row in bill if isinstance(row, dict) for key, value in row.items() if key != "item")


def reads_the_header(answer):
    bill = answer.call("bill_from_csv", PLAIN_TEXT).value
    return isinstance(bill, list) and len(bill) == 3


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "A function shows its result, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "forgets_the_quantity",
        behaves_like("make_bill", forgets_the_quantity, [(ORDER, PRICES)]),
        "Your amount is the price of one. Multiply it by the quantity.",
    ),
    Misconception(
        "bills_all_prices",
        any_of(
            behaves_like("make_bill", bills_all_prices, [(ORDER, PRICES)]),
            lambda answer: len(answer.call("make_bill", ORDER, PRICES).value) == len(PRICES),
        ),
        "Your bill goes through all goods of the stall. Only what was ordered belongs on it: go through `order`.",
    ),
    Misconception(
        "total_is_text",
        total_is_text,
        "Your total is a text. Add the amounts as numbers, and keep words and signs out of the total.",
    ),
    Misconception(
        "totals_something_else",
        any_of(
            behaves_like("bill_total", totals_the_prices, [(PLAIN,), (COMMA,)]),
            behaves_like("bill_total", totals_the_last, [(PLAIN,), (COMMA,)]),
            behaves_like("bill_total", counts_the_lines, [(PLAIN,), (COMMA,)]),
        ),
        "Your total is not the sum of all amounts. Start from 0 and add the value of `\"amount\"` in every line.",
    ),
    Misconception(
        "header_is_missing",
        header_is_missing,
        "The first row of your file is a line of the bill. Write the names of the four columns first.",
    ),
    Misconception(
        "commas_break_the_rows",
        commas_break_the_rows,
        "In your file, the comma of `olives, green` cuts the name in two. Let `csv.writer` write the rows: it puts such names in quotes.",
    ),
    Misconception(
        "quotes_get_lost",
        quotes_get_lost,
        "Quotes inside a name do not survive your file. Let `csv.writer` write the rows: it marks them so that they come back.",
    ),
    Misconception(
        "reads_the_header",
        any_of(fails(call("bill_from_csv", PLAIN_TEXT), "ValueError"), reads_the_header),
        "`bill_from_csv` treats the names of the columns as a line of the bill. Leave out the first row.",
    ),
    Misconception(
        "numbers_stay_text",
        numbers_stay_text,
        "What comes from a file is text: `\"20\"` is not `20`. Turn quantity, price and amount into numbers with `int`.",
    ),
    Misconception(
        "splits_at_every_comma",
        lambda answer: answer.call("bill_from_csv", PLAIN_TEXT).value == PLAIN and answer.call("bill_from_csv", COMMA_TEXT).value != COMMA,
        "`bill_from_csv` cuts a name at the comma inside its quotes. Let `csv.reader` read the rows.",
    ),
)

LADDER = (
    "Which function is the first line with ✘ about? Call it alone, with a bill of one single line, and look at what comes back.",
    "Writing and reading are like a picture and its mirror: what one puts in, the other takes out again. What about the header, and what about numbers that became text?",
    "With trams: `csv.writer` makes `\"red, fast\",12` out of `[\"red, fast\", 12]`. And `next(csv.reader(['\"red, fast\",12']))` gives `[\"red, fast\", \"12\"]`: look closely at the 12.",
)
