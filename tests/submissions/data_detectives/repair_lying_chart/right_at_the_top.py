# points: 6
# hint: none
# why: ends at the tallest bar
def draw_chart(ax, values):
    ax.set_ylim(0, sorted(values)[-1])
    ax.bar(drinks, values)
