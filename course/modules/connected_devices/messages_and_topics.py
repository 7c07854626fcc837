# %% [markdown]
# # Messages and topics
#
# About 50 minutes. You need: dictionaries and functions.
#
# In an oasis, water comes from far away through a channel under the ground, a *khettara* or *foggara*. Everybody must know
# when it is whose turn. In the old days, somebody called it out. Today small **devices** do it: a device is a little computer that
# measures something (a **sensor**) or moves something (a pump, a gate, a lamp). Devices do not call. They send messages.
# In this lesson you connect devices that need not even have each other's address.
#
# ![A notice board in the middle. A sensor in a well and a sensor beside a plant pin cards to it. A pump and a phone take the cards they need.](figures/notice_board.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# A **bus** works like a notice board. Whoever wants to hear about something *subscribes* to it. Whoever has something to say
# *publishes* it, and the bus hands it on. Read this program, and do not run it yet.
#
# ```python
# bus = Bus()
# bus.publish("well/level", 3.1)
# bus.subscribe("well/level", show)
# bus.publish("well/level", 3.4)
# bus.publish("pump/state", "on")
# ```
#
# `show` is a function that prints what it hears. There are three messages. Which of them will it print?
# Write your prediction into the next cell.

# %% try
# Put what will be printed between the quotes.
prediction = ""

# %% [markdown] phase="run"
# ## Run
#
# Now run it. The last line shows your note, so that you can compare.

# %%
from ailab import Bus


def show(topic, payload):
    print(topic, payload)


bus = Bus()
bus.publish("well/level", 3.1)
bus.subscribe("well/level", show)
bus.publish("well/level", 3.4)
bus.publish("pump/state", "on")
print(prediction)

# %% [markdown] phase="investigate"
# ## Investigate
#
# One message only. The first one came before anybody had subscribed, and a bus keeps nothing for latecomers.
# The last one has another **topic**, and `show` subscribed to `well/level` alone.
#
# Every message has two parts:
#
# * The **topic** says what it is about: words with slashes between them, from the large to the small, like an address.
# * The **payload** is what is said: a number, a text, or a whole dictionary.
#
# You never call `show` yourself. You give its name to the bus, without brackets, and the bus calls it when a message comes.
#
# ### A value alone is not enough
#
# 3.4 what? Meters? Hours? A good message says it. So we send a dictionary, and always with the same keys.
# Such a plan is called a **schema**. Whoever reads the message can rely on it.

# %%
def show_level(topic, message):
    print(topic, message["value"], message["unit"])


bus = Bus()
bus.subscribe("well/level", show_level)
bus.publish("well/level", {"value": 3.4, "unit": "m"})

# %% [markdown]
# ### How a dictionary travels
#
# Through a cable or the air, only text can travel. So the bus turns the dictionary into text and back, in a format that
# all languages of programming read: **JSON**. Here we do by hand what the bus does for us. Compare the first two printed lines. What is different?

# %%
import json

message = {"device": "well", "value": None, "unit": "m", "ok": False}
text = json.dumps(message)
print(message)
print(text)

back = json.loads(text)
print(back == message)

# %% [markdown]
# In JSON, quotes are always double. `None` becomes `null`, `False` becomes `false`. `null` means: *nothing was measured*. It is not zero.
#
# What if a message is damaged on its way? Then `json.loads` says so, and a good program goes on.

# %%
for text in ['{"value": 3.4}', '{"value": 3.', "{'value': 3.4}"]:
    try:
        print(json.loads(text))
    except json.JSONDecodeError:
        print("no JSON:", text)

# %% [markdown]
# ### One filter, many topics
#
# There are many sensors. Nobody wants to write down each topic. A **filter** is a topic with wildcards:
#
# * `+` stands for exactly one level: `garden/+/soil` lets through `garden/mint/soil` and `garden/dates/soil`.
# * `#` stands for all levels that follow, and stands at the end: `garden/mint/#`.
#
# Look at the three filters and the four topics below. Which topics will each filter let through? Say it aloud, then run the cell.

# %%
def show_topic(topic, payload):
    print("   ", topic)


for topic_filter in ["garden/+/soil", "garden/mint/#", "garden/+"]:
    print(topic_filter)
    bus = Bus()
    bus.subscribe(topic_filter, show_topic)
    for topic in ["garden/mint/soil", "garden/dates/soil", "garden/mint/pump/set", "garden/gate"]:
        bus.publish(topic, 1)

# %% [markdown]
# `garden/+` heard the gate alone, because `+` is one level and no more.
#
# ### A greenhouse on the bus
#
# Now a bigger device. `Greenhouse` is a greenhouse made by a program, with four sensors, and it hangs on our bus.
# The bus has a clock of its own: `bus.run(seconds=1800)` lets half an hour pass at once. Every ten minutes, the sensors report.

# %%
from ailab import Greenhouse

bus = Bus()
greenhouse = Greenhouse(seed=2, bus=bus, name="tomatoes")
bus.subscribe("greenhouse/+/soil", show)
bus.run(seconds=1800)
print(len(bus.log))

# %% [markdown]
# `bus.log` keeps all messages, heard or not. Here are the first ones after the start. The clock counts seconds.

# %%
for message in bus.log[3:9]:
    print(message.time, message.topic, message.payload)

# %% [markdown]
# ### Who listens may answer
#
# A function that hears a message can publish another one. This one hears the temperature and gives a command to the fan.
# The greenhouse has subscribed to the topic of the command, so it obeys. Neither needs the name of the other: topics are enough.

# %%
def cool(topic, payload):
    wanted = "on" if payload["value"] > 26 else "off"
    bus.publish("greenhouse/tomatoes/fan/set", wanted)


def show_hour(topic, payload):
    print(round(bus.now / 3600, 1), topic, payload)


bus.unsubscribe("greenhouse/+/soil")
bus.subscribe("greenhouse/tomatoes/temperature", cool)
bus.subscribe("greenhouse/tomatoes/fan", show_hour)
bus.run(seconds=24 * 3600)

# %% [markdown]
# Each line shows the hour, and what the fan does from then on. Where the air is near 26 degrees, the fan changes again and again.
# The next lesson makes it calm.
#
# One more thing: a message that is published with `retain=True` is kept. Whoever subscribes later gets it at once. The greenhouse
# does so with the state of its machines. That is why the first line came at the moment when we subscribed.

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program below, and run it after each step:
#
# 1. Let `warn` hear the level of **both** wells, with one filter.
# 2. Let it be silent when the level is 2 or more.
# 3. One message has the value `None`. Let `warn` say *missing* then. Why must it ask for this first?
# 4. Publish a message of your own that `warn` does not hear.

# %% try
def warn(topic, payload):
    print(topic, payload["value"])


bus = Bus()
bus.subscribe("well/north/level", warn)
bus.publish("well/north/level", {"value": 3.4, "unit": "m"})
bus.publish("well/south/level", {"value": 1.6, "unit": "m"})
bus.publish("well/south/level", {"value": None, "unit": "m"})

# %% [markdown] phase="make"
# ## Make
#
# Three plots share the water of the channel: mint, barley and dates. Each plot has a gate. The list `turns` says whose turn it
# is, and for how many minutes. Write a program in which:
#
# * each gate hears its own commands and no others, under topics such as `water/mint/gate/set`;
# * at each turn, the gate of the plot gets `"open"`; time passes with `bus.run`; then the gate gets `"shut"`;
# * {{woman}}, who keeps the book, hears all gates with one filter and adds up the minutes for each plot.

# %% try
turns = [["mint", 30], ["dates", 90], ["barley", 60], ["mint", 15]]

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# bus = Bus()
# opened = {}
# book = {"mint": 0, "barley": 0, "dates": 0}
#
#
# def gate(topic, payload):
#     print(bus.now / 60, topic, payload)
#
#
# def keep_book(topic, payload):
#     plot = topic.split("/")[1]
#     if payload == "open":
#         opened[plot] = bus.now
#     else:
#         book[plot] = book[plot] + (bus.now - opened[plot]) / 60
#
#
# for plot in book:
#     bus.subscribe(f"water/{plot}/gate/set", gate)
# bus.subscribe("water/+/gate/set", keep_book)
#
# for plot, minutes in turns:
#     bus.publish(f"water/{plot}/gate/set", "open")
#     bus.run(seconds=minutes * 60)
#     bus.publish(f"water/{plot}/gate/set", "shut")
# print(book)
# ```
#
# </details>
#
# ## What you take with you
#
# * A message has a topic and a payload. A schema says what the payload holds.
# * JSON is text that all programs read. `null` means that nothing was measured.
# * Who publishes needs no list of listeners. Topics and filters are enough.
#
# Now open the exercises *A message from the garden* and *The right message for the right ear*.
