# tries: sys.modules without ailab and json
# points: 4
# stock: run
import sys

for name in list(sys.modules):
    if name.startswith(("ailab.", "json")) or name == "ailab":
        del sys.modules[name]

def double(number):
    return 2 * number
