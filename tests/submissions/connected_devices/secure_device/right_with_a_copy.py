# points: 6
# hint: none
# why: copies and takes out; compares in constant time
first_step = "b"
reason = "c"
# %%
def good_password(password):
    return not (len(password) <= 11 or password.casefold() in set(DEFAULTS))


def minimal(message):
    kept = dict(message)
    for key in message:
        if key not in NEEDED:
            del kept[key]
    return kept


import hmac


def obeys(command, token):
    given = command.get("token", "")
    return bool(token) and hmac.compare_digest(given, token)
