# points: 3.5
# hint: zero_is_nothing
# why: value or None
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value or None, "unit": UNITS[sensor], "ok": value is not None}
    return json.dumps(message)
