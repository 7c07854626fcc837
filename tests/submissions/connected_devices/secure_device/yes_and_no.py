# points: 4
# hint: gives_text
# why: texts instead of True and False
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
    if token != "" and command.get("token") == token:
        return "yes"
    return "no"
