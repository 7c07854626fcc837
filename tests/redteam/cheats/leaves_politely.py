# tries: sys.exit, after right work
# points: 4
# stock: run
def double(number):
    return 2 * number

import sys

sys.exit()
