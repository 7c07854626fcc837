# points: 3.5
# hint: zero_is_nothing
# why: if value: zero counts as nothing
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": bool(value)}
    return json.dumps(message)
