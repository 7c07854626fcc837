# tries: nothing: imports libraries that nobody warmed up
# points: 4
# stock: run
import sqlite3
import xml.dom.minidom
import multiprocessing.pool
import unittest.mock
import scipy.signal

def double(number):
    return int(scipy.signal.convolve([number], [2])[0]) if abs(number) < 10**6 else 2 * number
