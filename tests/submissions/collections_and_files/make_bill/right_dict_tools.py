# points: 6
# hint: none
# why: DictWriter, DictReader and comprehensions
def make_bill(order, prices):
    return [
        {"item": item, "quantity": count, "price": prices[item], "amount": count * prices[item]}
        for item, count in order.items()
    ]


def bill_total(bill):
    return sum(line["amount"] for line in bill)
# %%
def bill_to_csv(bill):
    file = io.StringIO()
    writer = csv.DictWriter(file, ["item", "quantity", "price", "amount"])
    writer.writeheader()
    writer.writerows(bill)
    return file.getvalue()


def bill_from_csv(text):
    bill = []
    for row in csv.DictReader(io.StringIO(text)):
        for column in ("quantity", "price", "amount"):
            row[column] = int(row[column])
        bill.append(row)
    return bill
