# points: 4
# hint: answers_to_something_else
# why: sends to the topic it came from
order = ["C", "E", "D", "B", "A", "F"]
# %%
every_soil = "greenhouse/+/soil"
all_of_two = "greenhouse/2/#"
every_pump = "greenhouse/+/pump/set"
# %%
def reply(topic, payload):
    value = payload["value"]
    if value is None:
        return None
    number = topic.split("/")[1]
    if value < 22:
        return [topic, "on"]
    if value > 30:
        return [topic, "off"]
    return None
