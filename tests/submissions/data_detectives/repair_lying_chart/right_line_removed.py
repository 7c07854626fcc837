# points: 6
# hint: none
# why: takes the line of the axis away
def draw_chart(ax, values):
    ax.bar(drinks, values)
