# points: 3.5
# hint: quotes_break_it
# why: f-string instead of json.dumps
def write_message(device, sensor, value):
    ok = "true"
    number = value
    if value is None:
        ok = "false"
        number = "null"
    return f'{{"device": "{device}", "sensor": "{sensor}", "value": {number}, "unit": "{UNITS[sensor]}", "ok": {ok}}}'
