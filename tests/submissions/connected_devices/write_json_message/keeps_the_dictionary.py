# points: 0
# hint: gives_dictionary
# why: forgets json.dumps
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": value is not None}
    return message
