# points: 5
# hint: letters_missing
# why: one letter twice
order = ["C", "E", "D", "B", "A", "A"]
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
        return [f"greenhouse/{number}/pump/set", "on"]
    if value > 30:
        return [f"greenhouse/{number}/pump/set", "off"]
    return None
