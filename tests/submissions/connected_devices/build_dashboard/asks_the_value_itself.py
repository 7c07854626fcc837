# points: 3
# hint: zero_is_missing
# why: not value: zero counts as missing
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field:
                value = payload["value"]
        if not value:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
