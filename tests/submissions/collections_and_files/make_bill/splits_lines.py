# points: 4
# hint: splits_at_every_comma
# why: split cuts inside quotes
def make_bill(order, prices):
    bill = []
    for item in order:
        quantity = order[item]
        bill.append({"item": item, "quantity": quantity, "price": prices[item], "amount": quantity * prices[item]})
    return bill


def bill_total(bill):
    total = 0
    for line in bill:
        total += line["amount"]
    return total
# %%
def bill_to_csv(bill):
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["item", "quantity", "price", "amount"])
    for line in bill:
        writer.writerow([line["item"], line["quantity"], line["price"], line["amount"]])
    return file.getvalue()


def bill_from_csv(text):
    bill = []
    for line in text.splitlines()[1:]:
        row = line.split(",")
        bill.append({"item": row[0], "quantity": int(row[1]), "price": int(row[2]), "amount": int(row[3])})
    return bill
