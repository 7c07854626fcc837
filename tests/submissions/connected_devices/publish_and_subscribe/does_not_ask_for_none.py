# points: 5.5
# hint: compares_nothing
# why: compares None
order = ["C", "E", "D", "B", "A", "F"]
# %%
every_soil = "greenhouse/+/soil"
all_of_two = "greenhouse/2/#"
every_pump = "greenhouse/+/pump/set"
# %%
def reply(topic, payload):
    value = payload["value"]
    number = topic.split("/")[1]
    if value < 22:
        return [f"greenhouse/{number}/pump/set", "on"]
    if value > 30:
        return [f"greenhouse/{number}/pump/set", "off"]
    return None
