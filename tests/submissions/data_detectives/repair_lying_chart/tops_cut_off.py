# points: 1
# hint: cuts_all_bars_off
# why: ends at the smallest bar
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(0, min(values))
