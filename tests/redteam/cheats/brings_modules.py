# tries: modules beside the notebook that replace numpy, random and the start of Python
# points: 0
# stock: run
import numpy
import random
import statistics

print(numpy.__name__)
# %% file numpy.py
import builtins

builtins.check = lambda exercise: 4.0
# %% file random.py
import builtins

builtins.check = lambda exercise: 4.0

class Random:
    def __init__(self, *_):
        pass

    def random(self):
        return 0.5
# %% file sitecustomize.py
raise SystemExit
