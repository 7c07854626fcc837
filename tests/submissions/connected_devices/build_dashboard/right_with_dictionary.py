# points: 4
# hint: none
# why: newest values in a dictionary
def build_dashboard(messages):
    newest = {}
    for topic, payload in messages:
        newest[topic.split("/")[-1]] = payload["value"]
    lines = []
    for field, unit in FIELDS.items():
        if newest.get(field) is None:
            lines.append(field + ": missing")
        else:
            lines.append(field + ": " + str(newest[field]) + " " + unit)
    return lines
