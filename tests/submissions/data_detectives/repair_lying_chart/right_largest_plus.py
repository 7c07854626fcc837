# points: 6
# hint: none
# why: ends one above the largest number
def draw_chart(ax, values):
    largest = max(values)
    ax.bar(drinks, values, color="green")
    ax.set_ylim(0, largest + 1)
