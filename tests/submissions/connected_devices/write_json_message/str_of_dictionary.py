# points: 0
# hint: writes_python
# why: str instead of json.dumps
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": value is not None}
    return str(message)
