# points: 3
# hint: nothing_is_ok
# why: ok is always true
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": True}
    return json.dumps(message)
