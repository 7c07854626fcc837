# %% [markdown]
# # A dashboard that shows what is missing
#
# {{woman}} looks after the greenhouse of a cooperative. A small screen at the door shows the newest readings. One morning it
# showed `soil: 0`, so she watered for an hour. The soil was wet, but the sensor had been unplugged. A dashboard that shows 0 for
# *unknown* is dangerous.

# %% [markdown]
# ## Your task
#
# The next cell holds the old program and one morning of messages. Each message is a list of two things: the topic, and a
# dictionary with `"value"` and `"unit"`. The oldest message comes first. Run the cell, and find three faults:
# a missing reading shows as 0, the first reading stays for ever, and there are no units.
#
# Write the function `build_dashboard(messages)`, starting from the old one. It gives back a **list of four texts**, always in
# the order of `FIELDS`:
#
# 1. For each field, the value of the **newest** message, with the unit from `FIELDS`: `"soil: 31.5 %"`. Write the value as Python does.
# 2. When no message of a field has come, the text says so: `"soil: missing"`.
# 3. When the newest message of a field has the value `None`, the text is `"soil: missing"` too. The older reading no longer counts.
# 4. The field is the last level of the topic. Messages about anything else change nothing.
#
# A reading of `0` is a reading: a clear night has a light of `0` lx.

# %% given
from ailab import check

FIELDS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}

morning = [
    ["greenhouse/1/temperature", {"value": 14.5, "unit": "°C"}],
    ["greenhouse/1/light", {"value": 0, "unit": "lx"}],
    ["greenhouse/1/soil", {"value": 31.5, "unit": "%"}],
    ["greenhouse/1/battery", {"value": 78, "unit": "%"}],
    ["greenhouse/1/temperature", {"value": 16.0, "unit": "°C"}],
    ["greenhouse/1/soil", {"value": None, "unit": "%"}],
]


def old_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = 0
        for topic, payload in messages:
            if topic.split("/")[-1] == field and value == 0:
                value = payload["value"]
        lines.append(f"{field}: {value}")
    return lines


for line in old_dashboard(morning):
    print(line)

# %% answer
def build_dashboard(messages):
    ### BEGIN SOLUTION
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
    ### END SOLUTION

# %% try
for line in build_dashboard(morning) or []:
    print(line)

# %% check
check("build_dashboard")

# %% [markdown]
# Whoever reads your dashboard can trust it: a number was measured, and *missing* means missing.
