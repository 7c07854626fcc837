# points: 2.5
# hint: fields_left_out
# why: fields without a message have no line
def build_dashboard(messages):
    newest = {}
    for topic, payload in messages:
        newest[topic.split("/")[-1]] = payload["value"]
    lines = []
    for field in FIELDS:
        if field in newest and newest[field] is not None:
            lines.append(f"{field}: {newest[field]} {FIELDS[field]}")
    return lines
