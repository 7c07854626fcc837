# tries: nothing: leaves the work to threads
# points: 4
# stock: run
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

pool = ThreadPoolExecutor(4)

def double(number):
    with ThreadPool(2) as other:
        return pool.submit(sum, (number, number)).result() + sum(other.map(int, [0, 0]))
