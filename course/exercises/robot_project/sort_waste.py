# %% [markdown]
# # The sorting robot
#
# ![A belt carries a can, a bottle and a banana peel to a robot. Behind it stand three bins with different signs.](figures/sorting_belt.svg)
#
# After the market, waste lies on a belt: metal, plastic, peels.
# Two sensors measure each thing. How much does it shine? How soft is it?
# Nobody writes rules. Your robot gets examples, and **you** choose them.

# %% [markdown] form="pad"
# ## Your task
#
# Each card is a thing that was measured.
#
# - Lay at least nine cards into their bins.
# - Each bin needs at least two.
# - Take things that look different. Old ones too!
#
# A new thing goes where its most similar example lies.
# Then the robot works: ten new things, at least eight right.

# %% [markdown] form="python"
# ## Your task
#
# These things were measured on the table. Both numbers go from 0 to 100.
#
# | Thing | shines | soft | | Thing | shines | soft |
# |---|---|---|---|---|---|---|
# | new can | 88 | 6 | | yogurt cup | 54 | 38 |
# | spoon | 92 | 4 | | plastic bag | 50 | 90 |
# | rusty can | 34 | 6 | | banana peel | 22 | 76 |
# | old key | 28 | 10 | | orange peel | 30 | 66 |
# | clear bottle | 70 | 46 | | melon rind | 14 | 34 |
# | blue bottle | 62 | 52 | | nut shells | 10 | 24 |
#
# 1. Complete `examples`: at least nine rows `[shines, soft, kind]`, at least two of each kind. The kinds are `"metal"`, `"plastic"` and `"peels"`.
#    Things that you look at and press yourself are welcome too.
# 2. Write `sort_waste(shine, softness)`: it gives back the kind of the most similar example.
#
# `nearest(examples, shine, softness)` finds that example for you. **Example:** with the two rows below, `nearest(examples, 85, 10)` gives
# `[88, 6, "metal"]`, and so `sort_waste(85, 10)` gives `"metal"`.
#
# The ten things on the belt must not stand in your examples: they are its test. At least eight must be right.

# %% given
from ailab import World, check, simulate, t


def nearest(examples, shine, softness):
    def difference(example):
        return abs(example[0] - shine) + abs(example[1] - softness)

    return min(examples, key=difference)


belt = [
    [90, 8, "metal"], [64, 44, "plastic"], [26, 72, "peels"], [31, 9, "metal"], [47, 88, "plastic"],
    [13, 30, "peels"], [86, 3, "metal"], [58, 47, "plastic"], [29, 5, "metal"], [24, 70, "peels"],
]
belt_world = World.from_text("""
#############
#>.........G#
#############
""")


def work(robot):
    right = 0
    for shine, softness, kind in belt:
        found = sort_waste(shine, softness)
        word = {"metal": t("metal"), "plastic": t("plastic"), "peels": t("peels")}.get(str(found), "?")
        robot.say(word + (" ✔" if found == kind else " ✘"))
        if found == kind:
            robot.paint("green")
            right = right + 1
        if robot.position()[0] < 10 or right >= 8:
            robot.forward()

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "bins",
    {
        "can": t("New can: shines 88, soft 6"),
        "banana": t("Banana peel: shines 22, soft 76"),
        "key": t("Old key: shines 28, soft 10"),
        "bottle": t("Clear bottle: shines 70, soft 46"),
        "nuts": t("Nut shells: shines 10, soft 24"),
        "bag": t("Plastic bag: shines 50, soft 90"),
        "spoon": t("Spoon: shines 92, soft 4"),
        "orange": t("Orange peel: shines 30, soft 66"),
        "cup": t("Yogurt cup: shines 54, soft 38"),
        "rusty": t("Rusty can: shines 34, soft 6"),
        "melon": t("Melon rind: shines 14, soft 34"),
        "blue": t("Blue bottle: shines 62, soft 52"),
    },
    {"metal": t("Metal"), "plastic": t("Plastic"), "peels": t("Peels")},
    prompt=t("Which bin?"),
)

# %% given form="pad"
measured = {
    "can": [88, 6], "spoon": [92, 4], "rusty": [34, 6], "key": [28, 10],
    "bottle": [70, 46], "blue": [62, 52], "cup": [54, 38], "bag": [50, 90],
    "banana": [22, 76], "orange": [30, 66], "melon": [14, 34], "nuts": [10, 24],
}


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2] if examples else None

# %% answer form="pad"
bins = {"metal": [], "plastic": [], "peels": []}
### BEGIN SOLUTION
bins = {
    "metal": ["can", "spoon", "rusty"],
    "plastic": ["bottle", "cup", "bag"],
    "peels": ["banana", "orange", "melon"],
}
### END SOLUTION

examples = [[*measured[thing], kind] for kind, things in bins.items() for thing in things]
simulate(work, belt_world)

# %% answer form="python"
examples = [
    [88, 6, "metal"],
    [22, 76, "peels"],
]


def sort_waste(shine, softness):
    ...
### BEGIN SOLUTION
examples = [
    [88, 6, "metal"],
    [92, 4, "metal"],
    [34, 6, "metal"],
    [70, 46, "plastic"],
    [54, 38, "plastic"],
    [50, 90, "plastic"],
    [22, 76, "peels"],
    [30, 66, "peels"],
    [14, 34, "peels"],
]


def sort_waste(shine, softness):
    return nearest(examples, shine, softness)[2]
### END SOLUTION

# %% [markdown]
# Now the belt runs. The robot says the bin. ✔ means right.
# With eight right ones it gets to the star.

# %% try
simulate(work, belt_world)

# %% check
check("sort_waste")

# %% [markdown]
# You did not tell the robot any rule. Your examples decide, so you answer for them.
