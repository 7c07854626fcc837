# points: 0
# hint: is_upside_down
# why: swaps the two numbers
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(60, 0)
