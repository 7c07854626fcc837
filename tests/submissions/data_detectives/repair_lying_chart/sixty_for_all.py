# points: 3
# hint: fits_this_school_only
# why: ends at 60 whatever the votes are
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(0, 60)
