# points: 5
# hint: hides_the_numbers
# why: repairs the axis and hides its numbers
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(0, 1.1 * max(values))
    ax.set_yticks([])
