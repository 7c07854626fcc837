# points: 0
# hint: unit_not_found
# why: asks UNITS for the device
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[device], "ok": value is not None}
    return json.dumps(message)
