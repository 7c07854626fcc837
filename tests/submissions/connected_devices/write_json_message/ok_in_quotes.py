# points: 0
# hint: ok_is_text
# why: true and false as texts
def write_message(device, sensor, value):
    if value is None:
        ok = "false"
    else:
        ok = "true"
    return json.dumps({"device": device, "sensor": sensor, "value": value, "unit": UNITS[sensor], "ok": ok})
