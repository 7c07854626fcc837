# points: 0
# hint: prints_instead_of_return
# why: prints
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
            lines.append(f"{field}: {value} {FIELDS[field]}")
    for line in lines:
        print(line)
