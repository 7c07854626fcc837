# points: 4.5
# hint: same_greenhouse_always
# why: number of the example
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
        return [f"greenhouse/3/pump/set", "on"]
    if value > 30:
        return [f"greenhouse/3/pump/set", "off"]
    return None
