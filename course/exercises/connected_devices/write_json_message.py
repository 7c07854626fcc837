# %% [markdown]
# # A message from the garden
#
# A village grows mint along an old water channel under the ground, a *khettara* or *foggara*. Small devices stand between the
# rows and measure. They do not speak to each other: each one sends its readings as a message. {{girl}} writes the part
# that makes the message. Other programs will read it, on other machines, so every message follows the same plan.

# %% [markdown]
# ## Your task
#
# Write the function `write_message(device, sensor, value)`. It gives back a **text in JSON**. The text holds one object with
# exactly these five keys. Such a plan is called a **schema**.
#
# | key | what stands there |
# |---|---|
# | `"device"` | the text `device` |
# | `"sensor"` | the text `sensor` |
# | `"value"` | the number `value`, or `null` when the sensor gave nothing |
# | `"unit"` | the unit of this sensor, as in the dictionary `UNITS` |
# | `"ok"` | `true` when there is a value, `false` when there is none |
#
# When the sensor gave nothing, `value` is `None`. A value of `0` was measured: it is a value like any other.
#
# **Example:** `write_message("bed 2", "soil", 31.5)` gives
#
# ```python
# '{"device": "bed 2", "sensor": "soil", "value": 31.5, "unit": "%", "ok": true}'
# ```
#
# The order of the keys and the spaces between them do not matter. Somebody may name a device with quotes in it,
# for instance `the "old" well`. `json.dumps` copes with that.

# %% given
import json

from ailab import check

UNITS = {"temperature": "°C", "humidity": "%", "soil": "%", "light": "lx"}

# %% answer
def write_message(device, sensor, value):
    ### BEGIN SOLUTION
    message = {
        "device": device,
        "sensor": sensor,
        "value": value,
        "unit": UNITS[sensor],
        "ok": value is not None,
    }
    return json.dumps(message)
    ### END SOLUTION

# %% try
print(write_message("bed 2", "soil", 31.5))
print(write_message("bed 2", "soil", None))
print(write_message('the "old" well', "temperature", 0))

# %% check
check("write_json_message")

# %% [markdown]
# Your message can travel to a phone, a pump or another country. Whoever knows the schema can read it without asking you.
