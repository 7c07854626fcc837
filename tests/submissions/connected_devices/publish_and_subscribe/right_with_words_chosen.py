# points: 6
# hint: none
# why: chooses the word, then joins the levels
order = ["D", "E", "C", "B", "A", "F"]
# %%
every_soil = "greenhouse/+/soil"
all_of_two = "greenhouse/2/#"
every_pump = "greenhouse/+/pump/set"
# %%
def reply(topic, payload):
    word = ""
    if isinstance(payload["value"], (int, float)):
        if payload["value"] < 22:
            word = "on"
        if payload["value"] > 30:
            word = "off"
    levels = topic.split("/")[:2] + ["pump", "set"]
    return ["/".join(levels), word] if word else None
