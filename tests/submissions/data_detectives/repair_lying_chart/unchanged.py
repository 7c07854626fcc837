# points: 0
# hint: keeps_the_trick
# why: leaves the chart as it is
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(48, 53)
