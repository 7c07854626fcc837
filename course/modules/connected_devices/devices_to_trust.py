# %% [markdown]
# # Devices you can trust
#
# About 60 minutes. You need: the lesson "A greenhouse that waters itself".
#
# One faulty sensor can drown a whole bed. A dashboard that shows a wrong number is worse than none. And a valve that obeys
# everybody will one day obey the wrong person. In this lesson you find faulty sensors, show readings honestly,
# and close the doors of a device.
#
# ![Three curves: one has sharp peaks, one becomes a flat line, one climbs away from a dashed line.](figures/three_faults.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# Three sensors stand in the same bed and measure the water in the soil every hour. One is faulty.
#
# ```python
# north = [31, 30, 30, 29, 29, 28, 28, 27]
# south = [29, 29, 28, 51, 28, 27, 27, 26]
# east = [36, 35, 35, 34, 34, 33, 33, 32]
# ```
#
# Which one is it? Then compute in your head: what is the mean of the four readings `29, 28, 51, 28` of the south, and how far away
# from it is 51? Write your two answers down.

# %% [markdown] phase="run"
# ## Run

# %%
north = [31, 30, 30, 29, 29, 28, 28, 27]
south = [29, 29, 28, 51, 28, 27, 27, 26]
east = [36, 35, 35, 34, 34, 33, 33, 32]

for name, values in [("north", north), ("south", south), ("east", east)]:
    last_four = values[1:5]
    mean = sum(last_four) / 4
    farthest = max(abs(value - mean) for value in last_four)
    print(name, mean, farthest)

# %% [markdown] phase="investigate"
# ## Investigate
#
# The south jumps. The east shows more than the others, but that is no fault: perhaps it stands in the shade.
# A sensor is not faulty because it is *high*. It is faulty when its numbers cannot come from the soil.
#
# ### A mean that rolls along
#
# One mean for the whole day would not do: soil gets drier from morning to evening, and that is right. So the mean takes in the last few
# readings only, and rolls along with the time. This is a **rolling mean**. A reading far away from it is suspicious.

# %%
def rolling_mean(values, size):
    means = []
    for place in range(len(values)):
        window = values[max(0, place - size + 1) : place + 1]
        means.append(sum(window) / len(window))
    return means


print(rolling_mean([29, 29, 28, 51, 28, 27], 4))

# %% [markdown]
# `max(0, …)` is there for the beginning. For the first reading, `place - size + 1` would be -3, and Python counts such an index from the end.
#
# Now a sensor in a field, over two days. `stream` is a program that makes such readings, one every ten minutes. The dots are the readings,
# the line is their rolling mean.

# %%
import matplotlib.pyplot as plt

from ailab import stream, t

soil = [reading["south"] for reading in stream("irrigation", seed=11)]
means = rolling_mean(soil, 6)
fig, ax = plt.subplots()
ax.plot(soil, ".", label=t("readings"))
ax.plot(means, label=t("rolling mean"))
ax.set_xlabel(t("Number of the reading"))
ax.set_ylabel(t("Water in the soil in %"))
ax.legend()
print([place for place in range(len(soil)) if abs(soil[place] - means[place]) > 7])

# %% [markdown]
# The list shows the places of the readings that are more than 7 away. The first one, 36, is no fault: at six in the morning the field was
# watered, and the soil really jumped. After that, a loose cable makes the sensor jump again and again.
#
# Watch the line behind each jump: the jump has pulled the mean along, so it takes a while to come back. A larger `size` makes it calmer and slower.
#
# ### Faults that do not jump
#
# * A sensor that is **stuck** says the same again and again. Its distance from the rolling mean is 0, so we ask something else:
#   how many different readings were there in the last hours?
# * A sensor that **drifts** moves away slowly. Only a second sensor shows it: their difference grows.

# %%
stuck = [28, 27, 27, 27, 27, 27, 27, 27]
drifting = [30, 31, 33, 35, 36, 38, 40, 41]
print(len(set(stuck[2:])), len(set(north[2:])))

differences = []
for one, other in zip(drifting, north):
    differences.append(one - other)
print(differences)

# %% [markdown]
# ### Show what you know, and what you do not
#
# A **dashboard** shows the newest readings at a glance, as in a car. It must not invent anything. Here a message has the value
# `None`, and of the light no message has come at all. Look at how the two lines differ from the one with a number.

# %%
newest = {"temperature": 21.5, "soil": None}
units = {"temperature": "°C", "soil": "%", "light": "lx"}
for sensor, unit in units.items():
    value = newest.get(sensor)
    if value is None:
        print(f"{sensor:<12} ?")
    else:
        print(f"{sensor:<12} {value} {unit}")

# %% [markdown]
# And here is a whole dashboard of a greenhouse, with its machines. In your notebook the buttons work, with the mouse or the keyboard:
# switch the fan on, let an hour pass, and watch the temperature.

# %%
from ailab import Greenhouse, dashboard

greenhouse = Greenhouse(seed=2)
view = dashboard(greenhouse)
greenhouse.wait(minutes=12 * 60)
view

# %% [markdown]
# ### Who else is listening?
#
# The bus of the last lessons had no door. Whoever is on it may subscribe to `#`, and hears everything. This message says more than anybody needs.

# %%
from ailab import Bus


def curious(topic, payload):
    print(topic, payload)


bus = Bus()
bus.subscribe("#", curious)
bus.publish("orchard/valve/flow", {"value": 12, "unit": "l/min", "name": "a family", "phone": "0600000000"})

# %% [markdown]
# What was never sent, nobody can read. So a good device sends **as little as possible**: what was measured, the unit, the place. No names, no phones,
# no habits of people. Even numbers can tell something: when no water flows for a week, nobody is at home.
#
# ### Who may give orders?
#
# A valve that obeys every message on its topic obeys a bored neighbor too, and {{woman}} pays for the water.
# So a command must bring along a secret word, a **token**. The valve compares it, and does nothing when it is wrong or missing.
# `get` gives `None` when there is no token, and the valve goes on.

# %%
TOKEN = "k7-palm-39"


def careful_valve(topic, payload):
    if payload.get("token") == TOKEN:
        print("valve:", payload["do"])
    else:
        print("valve: refused")


bus = Bus()
bus.subscribe("orchard/valve/set", careful_valve)
bus.publish("orchard/valve/set", {"do": "open", "token": "k7-palm-39"})
bus.publish("orchard/valve/set", {"do": "open"})

# %% [markdown]
# But wait: would `curious` from above hear the token too? Yes. On a bus without a door, a secret does not stay one. That is what passwords and
# encryption are for, and they come at the end of this lesson.
#
# ### Passwords that everybody knows
#
# Many devices leave the factory with the same password, a **default password**: `admin`, `1234`. Lists of them are public. Programs try them on every
# device they reach, day and night. So the first thing a device gets is a password of its own.
#
# How long should it be? Say a program tries a thousand passwords in a second, made of small letters only. To try them all takes:
#
# * 4 letters: `26**4 / 1000` seconds, less than eight minutes;
# * 8 letters: more than six years;
# * 12 letters: three million years.
#
# Length helps most. Three or four words that have nothing to do with each other make a long password that one can remember.
# A `Device` does what you have read here. It refuses a weak password, sends only its `fields`, and obeys only with its token.

# %%
from ailab import Device

try:
    valve = Device("valve", password="admin1234", token="kx93-mmq2-77ty-a1b0", fields=["flow"])
except ValueError as error:
    print(error)

valve = Device("valve", password="blue goat on seven wells", token="kx93-mmq2-77ty-a1b0", fields=["flow"])
valve.on("open", lambda minutes: minutes)
print(valve.message({"flow": 12, "phone": "0600000000"}))
print(valve.command("open", 5, token="kx93-mmq2-77ty-a1b0"), valve.login("1234"))

# %% [markdown] phase="modify"
# ## Modify
#
# The program below flags readings that are far from the rolling mean. Change it, and run it after each step:
#
# 1. The jump down at the end is not found. Why? Mend it with `abs`.
# 2. Try a limit of 2, then of 20. What goes wrong each time?
# 3. Make the window larger: `size` 6. How does the list change?
# 4. Let it print the word *stuck* when the last four readings are all the same.

# %% try
values = [30, 30, 29, 55, 29, 28, 28, 27, 5, 27, 26, 26]
means = rolling_mean(values, 3)
for place in range(len(values)):
    if values[place] - means[place] > 8:
        print(place, values[place])

# %% [markdown] phase="make"
# ## Make
#
# Five sensors stand in a field, and one of them fails: it jumps, is stuck, or drifts. `stream` gives their readings of two days, one dictionary
# every ten minutes. Each seed is another field.
#
# Write a program that prints some numbers for each place, so that you can say which sensor fails, and how. Try the seeds 2, 3 and 4: in each,
# the fault is another one.

# %% try
readings = list(stream("irrigation", seed=3))
print(readings[0])

for place in ["north", "east", "south", "west", "center"]:
    values = [reading[place] for reading in readings]
    print(place, values[-1])

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# for place in ["north", "east", "south", "west", "center"]:
#     values = [reading[place] for reading in readings]
#     means = rolling_mean(values, 5)
#     far = 0
#     for value, mean in zip(values, means):
#         if abs(value - mean) > 6:
#             far = far + 1
#     different = len(set(values[-30:]))
#     print(place, far, different, values[0], values[-1])
# ```
#
# Many far readings: it jumps. One single reading in the last five hours: it is stuck. First like the others and at the end far
# above them: it drifts. The two or three far readings of the others come from the watering in the morning.
#
# The stream `"air_quality"` holds the fine dust of a town. Which place would you trust there?
#
# </details>
#
# ## A real bus: the broker
#
# So far, everything happened inside this notebook. Between real devices, the bus is a program of its own, on a small computer in the house: a **broker**.
# The devices speak to it in a language called MQTT, with the topics and wildcards that you know. A well-known free broker is Mosquitto.
#
# Your programs stay as they are. One line changes: the address of the broker.
#
# ```python
# bus = Bus("mqtts://gate:three-olives-by-one-well@broker.home:8883", ca="home.pem")
# ```
#
# This line closes the doors that stood open above:
#
# * `gate` and its password: the broker lets in only those on its list, and each may use only the topics it needs.
# * `mqtts`: the line is encrypted. Whoever listens at the cable hears noise. `ca` names the file that shows that it is our broker, and not somebody who pretends.
#
# A password does not belong in a notebook that others read. In real programs it stands in a file of its own, which stays at home.
#
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>Which topics does the filter `greenhouse/+/soil` let through?</summary>
#
# All with three levels, `greenhouse` first and `soil` last: `greenhouse/1/soil`, but not `greenhouse/1/soil/deep`.
#
# </details>
#
# <details>
# <summary>A program publishes a message, and only then does the pump subscribe. What does the pump hear?</summary>
#
# Nothing, unless the message was published with `retain=True`: then the bus has kept it.
#
# </details>
#
# <details>
# <summary>Why does a control with two thresholds not chatter?</summary>
#
# Between the thresholds it stays as it is. A small change of the reading around one of them does not turn it back.
#
# </details>
#
# <details>
# <summary>A sensor gave nothing. Why is 0 the wrong thing to send?</summary>
#
# Zero is a reading like any other. Others would compute and act with it. `None`, in JSON `null`, says that nothing is known.
#
# </details>
#
# <details>
# <summary>A valve comes out of its box. Name three things to do before you trust it.</summary>
#
# Give it a long password of its own. Let it obey only commands with the right token. Let it send no more data than is needed.
#
# </details>
