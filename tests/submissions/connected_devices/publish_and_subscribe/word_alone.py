# points: 4
# hint: gives_word_alone
# why: no topic
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
        return "on"
    if value > 30:
        return "off"
    return None
