# points: 2.5
# hint: missing_in_other_words
# why: shows None with a unit
def build_dashboard(messages):
    newest = {}
    for topic, payload in messages:
        newest[topic.split("/")[-1]] = payload["value"]
    return [f"{field}: {newest.get(field)} {unit}" for field, unit in FIELDS.items()]
