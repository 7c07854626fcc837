# points: 5.5
# hint: needs_every_key
# why: does not look first
first_step = "b"
reason = "c"
# %%
def good_password(password):
    return len(password) >= 12 and password.lower() not in DEFAULTS


def minimal(message):
    return {key: message[key] for key in NEEDED}


def obeys(command, token):
    if token == "":
        return False
    return command.get("token") == token
