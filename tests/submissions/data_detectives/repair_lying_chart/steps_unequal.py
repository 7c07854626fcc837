# points: 0
# hint: has_unequal_steps
# why: changes the scale
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_yscale("log")
