# points: 3
# hint: missing_is_zero
# why: begins with 0 as the old program
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = 0
        for topic, payload in messages:
            if topic.split("/")[-1] == field:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
