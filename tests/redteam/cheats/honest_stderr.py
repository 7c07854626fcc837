# tries: nothing: prints on stderr, logs and warns
# points: 4
# stock: run
import logging
import sys
import warnings

logging.warning("about to double")

def double(number):
    print("doubling", number, file=sys.stderr)
    warnings.warn("slow")
    return number + number
