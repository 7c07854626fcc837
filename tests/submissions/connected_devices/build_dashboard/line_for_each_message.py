# points: 0.5
# hint: fields_left_out
# why: one line a message
def build_dashboard(messages):
    lines = []
    for topic, payload in messages:
        field = topic.split("/")[-1]
        if field in FIELDS:
            if payload["value"] is None:
                lines.append(f"{field}: missing")
            else:
                lines.append(f"{field}: {payload['value']} {FIELDS[field]}")
    return lines
