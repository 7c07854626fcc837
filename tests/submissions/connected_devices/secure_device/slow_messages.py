# points: 5.5
# hint: messages_get_slow
# why: reason b
first_step = "b"
reason = "b"
# %%
def good_password(password):
    return len(password) >= 12 and password.lower() not in DEFAULTS


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
