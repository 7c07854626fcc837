# points: 4.5
# hint: takes_defaults
# why: or instead of and
first_step = "b"
reason = "c"
# %%
def good_password(password):
    return len(password) >= 12 or password.lower() not in DEFAULTS


def minimal(message):
    kept = {}
    for key in NEEDED:
        if key in message:
            kept[key] = message[key]
    return kept


def obeys(command, token):
    if token == "":
        return False
    return command.get("token") == token
