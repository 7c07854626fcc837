# points: 5
# hint: needs_a_token
# why: command[token]
first_step = "b"
reason = "c"
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
    return token != "" and command["token"] == token
