# tries: nothing: draws while it doubles
# points: 4
# stock: run
import matplotlib.pyplot as plt

plt.plot([1, 2, 3])
plt.show()

def double(number):
    figure, axes = plt.subplots()
    axes.bar([0], [1])
    plt.close(figure)
    return number * 2
