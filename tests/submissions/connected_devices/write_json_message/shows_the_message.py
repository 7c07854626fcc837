# points: 0
# hint: prints_instead_of_return
# why: prints
def write_message(device, sensor, value):
    message = {"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": value is not None}
    print(json.dumps(message))
