# points: 3
# hint: nothing_becomes_a_value
# why: writes null as a text
def write_message(device, sensor, value):
    ok = value is not None
    if value is None:
        value = "null"
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": ok}
    return json.dumps(message)
