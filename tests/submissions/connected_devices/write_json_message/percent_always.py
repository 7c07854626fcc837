# points: 1.5
# hint: one_unit_for_all
# why: unit of the example
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": "%", "ok": value is not None}
    return json.dumps(message)
