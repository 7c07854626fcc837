# points: 4
# hint: none
# why: fills an empty dictionary, decides with if
def write_message(device, sensor, value):
    message = {}
    message["ok"] = True
    if value is None:
        message["ok"] = False
    message["device"] = device
    message["sensor"] = sensor
    message["value"] = value
    for name in UNITS:
        if name == sensor:
            message["unit"] = UNITS[name]
    return json.dumps(message, ensure_ascii=False, indent=2)
