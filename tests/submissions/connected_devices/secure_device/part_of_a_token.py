# points: 5.5
# hint: empty_token_opens
# why: equal is enough, even when empty
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
    return command.get("token") == token
