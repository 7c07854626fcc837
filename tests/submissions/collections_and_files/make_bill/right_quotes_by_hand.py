# points: 6
# hint: none
# why: puts every name in quotes and doubles the quotes inside
def make_bill(order, prices):
    bill = []
    for item in order:
        line = {}
        line["item"] = item
        line["quantity"] = order[item]
        line["price"] = prices[item]
        line["amount"] = line["quantity"] * line["price"]
        bill.append(line)
    return bill


def bill_total(bill):
    amounts = [line["amount"] for line in bill]
    total = 0
    while amounts:
        total += amounts.pop()
    return total
# %%
def bill_to_csv(bill):
    rows = ["item,quantity,price,amount"]
    for line in bill:
        name = '"' + line["item"].replace('"', '""') + '"'
        rows.append(f"{name},{line['quantity']},{line['price']},{line['amount']}")
    return "\n".join(rows)


def bill_from_csv(text):
    bill = []
    first = True
    for item, quantity, price, amount in csv.reader(text.splitlines()):
        if not first:
            bill.append({"item": item, "quantity": int(quantity), "price": int(price), "amount": int(amount)})
        first = False
    return bill
