# points: 0
# hint: stops
# why: forgets the names of the bars
def draw_chart(ax, values):
    ax.bar(values)
    ax.set_ylim(0, 60)
