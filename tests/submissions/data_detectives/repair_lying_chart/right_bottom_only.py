# points: 6
# hint: none
# why: says only where the axis begins
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(bottom=0)
