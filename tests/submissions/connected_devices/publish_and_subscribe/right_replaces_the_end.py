# points: 6
# hint: none
# why: replaces the last level; another order
order = ["E", "D", "C", "B", "A", "F"]
# %%
every_soil = "greenhouse/+/soil"
all_of_two = "greenhouse/2/#"
every_pump = "greenhouse/+/pump/set"
# %%
def reply(topic, payload):
    command = topic.replace("/soil", "/pump/set")
    value = payload["value"]
    if value is not None and value < 22:
        return [command, "on"]
    elif value is not None and value > 30:
        return [command, "off"]
