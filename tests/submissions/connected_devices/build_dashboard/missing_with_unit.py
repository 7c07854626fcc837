# points: 2.5
# hint: missing_in_other_words
# why: a unit behind missing
def build_dashboard(messages):
    lines = []
    for field in FIELDS:
        value = None
        for topic, payload in messages:
            if topic.split("/")[-1] == field:
                value = payload["value"]
        if value is None:
            lines.append(f"{field}: missing {FIELDS[field]}")
        else:
            lines.append(f"{field}: {value} {FIELDS[field]}")
    return lines
