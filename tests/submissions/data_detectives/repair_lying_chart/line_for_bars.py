# points: 1
# hint: has_no_bars
# why: draws a line in place of bars
def draw_chart(ax, values):
    ax.plot(drinks, values)
    ax.set_ylim(0, 60)
