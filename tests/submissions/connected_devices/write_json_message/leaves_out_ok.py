# points: 0
# hint: keys_differ
# why: four keys
def write_message(device, sensor, value):
    return json.dumps({"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor]})
