# points: 1
# hint: has_much_air
# why: lets the axis end at 1000
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(0, 1000)
