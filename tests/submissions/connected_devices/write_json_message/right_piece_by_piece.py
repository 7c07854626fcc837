# points: 4
# hint: none
# why: writes the object itself, each piece by json.dumps
def write_message(device, sensor, value):
    pieces = []
    for key, content in [("device", device), ("sensor", sensor), ("value", value), ("unit", UNITS.get(sensor)), ("ok", value != None)]:
        pieces.append(json.dumps(key) + ":" + json.dumps(content))
    return "{" + ",".join(pieces) + "}"
