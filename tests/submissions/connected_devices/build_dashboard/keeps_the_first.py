# points: 1
# hint: first_reading_stays
# why: takes the first message of a field
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field and value is None:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
