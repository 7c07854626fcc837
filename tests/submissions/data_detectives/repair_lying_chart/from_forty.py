# points: 0
# hint: begins_a_bit_lower
# why: begins at 40
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(40, 53)
