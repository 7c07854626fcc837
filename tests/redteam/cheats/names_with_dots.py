# tries: a file name that leads out of the folder
# points: 4
# stock: run
def double(number):
    return 2 * number
# %% file data/..%2f..%2fescaped.txt
x
# %% file data/-rf
x
# %% file locale
a file where a folder is wanted
