# points: 5
# hint: hides_the_label
# why: choice c
first_step = "c"
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
    if token == "":
        return False
    return command.get("token") == token
