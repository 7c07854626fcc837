# points: 0
# hint: value_is_text
# why: puts the unit behind the value
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": f"{value} {UNITS[sensor]}", "unit": UNITS[sensor], "ok": value is not None}
    return json.dumps(message)
