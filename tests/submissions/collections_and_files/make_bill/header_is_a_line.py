# points: 3.5
# hint: reads_the_header
# why: the names of the columns become a line of the bill
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
    for row in csv.reader(text.splitlines()):
        numbers = [int(field) if field.isdigit() else field for field in row[1:]]
        bill.append({"item": row[0], "quantity": numbers[0], "price": numbers[1], "amount": numbers[2]})
    return bill
