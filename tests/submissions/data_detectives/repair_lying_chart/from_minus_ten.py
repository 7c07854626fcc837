# points: 0
# hint: begins_below_zero
# why: begins below zero
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(-10, 60)
