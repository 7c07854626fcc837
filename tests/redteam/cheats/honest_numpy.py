# tries: nothing: gives back a number of numpy
# points: 4
# stock: run
import numpy as np

def double(number):
    return np.int64(number) * 2
