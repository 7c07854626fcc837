# points: 6
# hint: none
# why: if after if, filters the message
first_step = "b"
reason = "c"
# %%
def good_password(password):
    if len(password) < 12:
        return False
    for default in DEFAULTS:
        if password.lower() == default.lower():
            return False
    return True


def minimal(message):
    return {key: value for key, value in message.items() if key in NEEDED}


def obeys(command, token):
    if "token" not in command or len(token) == 0:
        return False
    return command["token"] == token
