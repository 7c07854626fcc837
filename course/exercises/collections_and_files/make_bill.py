# %% [markdown]
# # The bill maker
#
# A school orders food for its canteen at the stall of {{girl}} and {{boy}}. They write the bill with a program.
# The accountant opens it in a spreadsheet, and next week the program reads it again. Not one name, not one number may change on the way.

# %% given
import csv
import io

from ailab import check


def show_receipt(bill):
    print("=" * 36)
    for line in bill or []:
        print(f"{line['item']:<18}{line['quantity']:>4} × {line['price']:>4}{line['amount']:>7}")
    print("=" * 36)


prices = {"bread": 2, "eggs": 3, "olives, green": 24, 'cheese "jben"': 30}
order = {"bread": 20, "eggs": 30, "olives, green": 2, 'cheese "jben"': 1}

# %% [markdown]
# ## Part one: the bill
#
# A **bill** is a list. Each line of it is a dictionary with four keys: `"item"`, `"quantity"`, `"price"`, `"amount"`.
# The amount is the quantity times the price. All prices are whole {{currency}}, so there is nothing to round.
#
# - `make_bill(order, prices)` gives back the bill. `order` holds the quantity of each item, `prices` the price of each item.
#   The lines stand in the order of `order`. Every item ordered has a price.
# - `bill_total(bill)` gives back the sum of all amounts. An empty bill costs `0`.
#
# **Example:** `make_bill({"bread": 20}, prices)` gives `[{"item": "bread", "quantity": 20, "price": 2, "amount": 40}]`.

# %% answer
def make_bill(order, prices):
    ### BEGIN SOLUTION
    bill = []
    for item, quantity in order.items():
        price = prices[item]
        bill.append({"item": item, "quantity": quantity, "price": price, "amount": quantity * price})
    return bill
    ### END SOLUTION


def bill_total(bill):
    ### BEGIN SOLUTION
    total = 0
    for line in bill:
        total = total + line["amount"]
    return total
    ### END SOLUTION

# %% try
show_receipt(make_bill(order, prices))
print(bill_total(make_bill(order, prices) or []))

# %% [markdown]
# ## Part two: to a spreadsheet and back
#
# - `bill_to_csv(bill)` gives back the **text** of a CSV file. Its first row is `item,quantity,price,amount`. Then comes one row for each line of the bill.
# - `bill_from_csv(text)` gives back the bill again. Items are texts, the other three are numbers.
#
# Some names hold a comma or quotes. The tools of `csv` take care of them: `io.StringIO()` is a file in memory for `csv.writer`,
# and its `getvalue()` gives the text. `csv.reader(text.splitlines())` reads it.

# %% answer
def bill_to_csv(bill):
    ### BEGIN SOLUTION
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["item", "quantity", "price", "amount"])
    for line in bill:
        writer.writerow([line["item"], line["quantity"], line["price"], line["amount"]])
    return file.getvalue()
    ### END SOLUTION


def bill_from_csv(text):
    ### BEGIN SOLUTION
    bill = []
    rows = list(csv.reader(text.splitlines()))
    for item, quantity, price, amount in rows[1:]:
        bill.append({"item": item, "quantity": int(quantity), "price": int(price), "amount": int(amount)})
    return bill
    ### END SOLUTION

# %% try
text = bill_to_csv(make_bill(order, prices) or [])
print(text)
show_receipt(bill_from_csv(text) if text else [])

# %% check
check("make_bill")

# %% [markdown]
# Your bill goes out into a file and comes back the same. That is how programs, people and spreadsheets work together.
