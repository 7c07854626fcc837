# points: 3
# hint: old_reading_stays
# why: messages without a value are passed over
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field and payload["value"] is not None:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
