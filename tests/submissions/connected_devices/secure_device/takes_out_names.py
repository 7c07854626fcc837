# points: 4.5
# hint: keeps_too_much
# why: takes out what the example shows
first_step = "b"
reason = "c"
# %%
def good_password(password):
    return len(password) >= 12 and password.lower() not in DEFAULTS


def minimal(message):
    kept = dict(message)
    kept.pop("name", None)
    return kept


def obeys(command, token):
    if token == "":
        return False
    return command.get("token") == token
