# points: 0
# hint: keys_differ
# why: writes the keys with capital letters
def write_message(device, sensor, value):
    return json.dumps({"Device": device, "Sensor": sensor, "Value": value, "Unit": UNITS[sensor], "Ok": value is not None})
