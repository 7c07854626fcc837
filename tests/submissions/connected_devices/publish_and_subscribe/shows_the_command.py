# points: 4
# hint: prints_instead_of_return
# why: prints
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
        print([f"greenhouse/{number}/pump/set", "on"])
    if value > 30:
        print([f"greenhouse/{number}/pump/set", "off"])
    return None
