# points: 4
# hint: none
# why: goes backwards and stops at the first hit
def build_dashboard(messages):
    def show(field):
        for topic, payload in reversed(messages):
            if topic.endswith("/" + field):
                if payload["value"] is None:
                    break
                return f"{field}: {payload['value']} {FIELDS[field]}"
        return f"{field}: missing"

    return [show(field) for field in FIELDS]
