# points: 1
# hint: changes_the_bars
# why: takes 48 away from each number
def draw_chart(ax, values):
    ax.bar(drinks, [value - 48 for value in values])
    ax.set_ylim(0, 5)
