# points: 5
# hint: takes_defaults
# why: looks at the length alone
first_step = "b"
reason = "c"
# %%
def good_password(password):
    return len(password) >= 12


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
