# points: 0
# hint: no_units
# why: forgets the units
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value}")
    return lines
