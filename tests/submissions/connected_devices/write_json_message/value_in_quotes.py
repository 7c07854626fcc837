# points: 0
# hint: value_is_text
# why: turns the value into text
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": str(value), "unit": UNITS[sensor], "ok": value is not None}
    return json.dumps(message)
