# points: 2.5
# hint: missing_is_zero
# why: get with 0, None or 0
def build_dashboard(messages):
    newest = {}
    for topic, payload in messages:
        newest[topic.split("/")[-1]] = payload["value"] or 0
    return [f"{field}: {newest.get(field, 0)} {unit}" for field, unit in FIELDS.items()]
