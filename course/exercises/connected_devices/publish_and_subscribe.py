# %% [markdown]
# # The right message for the right ear
#
# An oasis has three greenhouses and one well. Their devices share one bus. Whoever has something to say publishes it
# under a topic. Whoever wants to hear it subscribes. {{boy}} sets up who hears what: the pump must not get
# messages for the lamp, and nobody wants to hear everything.

# %% [markdown]
# ## Part one: lines in disorder
#
# The six pieces below make a small program. It notes the level of the well and shows its notes. Their order is lost.
#
# At the end, the program must show `[['oasis/well/level', 3.4]]`. Put all six pieces in order. Several orders are right.
# Your order is a list of letters, for instance `order = ["A", "B", "C", "D", "E", "F"]`.
#
# The function `run_lines` runs the pieces in your order.

# %% given
from ailab import Bus, check, t
from ailab.activities import parsons

LINES = {
    "A": 'bus.publish("oasis/well/level", 3.4)',
    "B": 'bus.subscribe("oasis/+/level", note)',
    "C": "bus = Bus()",
    "D": "def note(topic, payload):\n    notes.append([topic, payload])",
    "E": "notes = []",
    "F": "print(notes)",
}


def run_lines(order):
    program = "\n".join(LINES[letter] for letter in order)
    print(program)
    exec(program, {"Bus": Bus})

# %% given
parsons("order", LINES, prompt=t("Put the six pieces in order."))

# %% answer
order = []
### BEGIN SOLUTION
order = ["C", "E", "D", "B", "A", "F"]
### END SOLUTION

# %% try
run_lines(order)

# %% [markdown]
# ## Part two: who hears what?
#
# In the oasis, messages travel under topics like these:
#
# * `greenhouse/1/soil`, `greenhouse/1/temperature`: readings of greenhouse 1, in the same way for 2 and 3;
# * `greenhouse/1/pump/set`, `greenhouse/1/lamp/set`: commands to the machines of greenhouse 1, in the same way for 2 and 3;
# * `oasis/well/level` and `orchard/2/soil`: not in a greenhouse.
#
# Write three filters, each as a text. Remember: `+` stands for one level, `#` for all levels that follow.
#
# 1. `every_soil` lets through the soil readings of **all greenhouses**, and nothing else.
# 2. `all_of_two` lets through **everything** of greenhouse 2, readings and commands, and nothing else.
# 3. `every_pump` lets through the commands to **all pumps** in greenhouses, and nothing else.

# %% answer
every_soil = (
    ### BEGIN SOLUTION
    "greenhouse/+/soil"
    ### END SOLUTION
)
all_of_two = (
    ### BEGIN SOLUTION
    "greenhouse/2/#"
    ### END SOLUTION
)
every_pump = (
    ### BEGIN SOLUTION
    "greenhouse/+/pump/set"
    ### END SOLUTION
)

# %% [markdown]
# ## Part three: answer a message
#
# A reading of the soil comes in, and a command goes out to the pump of the **same** greenhouse.
# Write the function `reply(topic, payload)`. `topic` is a text such as `"greenhouse/3/soil"`. `payload` is a dictionary with `"value"` and
# `"unit"`. The function gives back:
#
# * a list of topic and word, `["greenhouse/3/pump/set", "on"]`, when the value is below 22;
# * the same topic with `"off"`, when the value is above 30;
# * `None` in between;
# * `None` too when the value is `None`: the sensor gave nothing, and nobody knows whether the soil is dry.

# %% answer
def reply(topic, payload):
    ### BEGIN SOLUTION
    value = payload["value"]
    if value is None:
        return None
    number = topic.split("/")[1]
    if value < 22:
        return [f"greenhouse/{number}/pump/set", "on"]
    if value > 30:
        return [f"greenhouse/{number}/pump/set", "off"]
    return None
    ### END SOLUTION

# %% try
for value in [18.5, 25.0, 33.0, None]:
    print(value, reply("greenhouse/3/soil", {"value": value, "unit": "%"}))

# %% check
check("publish_and_subscribe")

# %% [markdown]
# No device in this oasis holds a list of listeners: topics are enough. So a new greenhouse can join tomorrow, and no program has to change.
