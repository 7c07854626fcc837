# points: 5
# hint: quotes_get_lost
# why: puts names in quotes and forgets those inside
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
    text = "item,quantity,price,amount\n"
    for line in bill:
        text += '"' + line["item"] + '",' + str(line["quantity"]) + "," + str(line["price"]) + "," + str(line["amount"]) + "\n"
    return text


def bill_from_csv(text):
    bill = []
    for row in list(csv.reader(text.splitlines()))[1:]:
        bill.append({"item": row[0], "quantity": int(row[1]), "price": int(row[2]), "amount": int(row[3])})
    return bill
