# tries: nothing: an answer cell that ends in an error, after the function
# points: 4
# stock: run
def double(number):
    return 2 * number

double("x") + 1
