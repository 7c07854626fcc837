# %% [markdown]
# # Lock the valve
#
# An orchard shares its water by the hour: each family has its turn. A new valve opens and closes by message. It comes out of
# its box with a label: *user admin, password admin*. The same label is on every valve of this make. {{girl}} has to make the
# valve safe before it gets its first drop of water.

# %% [markdown]
# ## First think
#
# Two questions, one answer each. What you choose stands as a letter in the cell below them.

# %% given
from ailab import check, t
from ailab.activities import quiz

# %% given
quiz(
    "first_step",
    t("1. What does she do first?"),
    {
        "a": t("She connects the valve and looks whether it works. The password can wait."),
        "b": t("She gives the valve a password of its own before it joins any network."),
        "c": t("She takes the label off, so that nobody can read the password."),
    },
)

# %% given
quiz(
    "reason",
    t("2. Why?"),
    {
        "a": t("A village is small. Nobody would look for a valve there."),
        "b": t("A short password makes the messages slow."),
        "c": t("Default passwords stand in lists that everybody can find, and programs try them on every device they reach."),
    },
)

# %% answer
first_step = None
reason = None
### BEGIN SOLUTION
first_step = "b"
reason = "c"
### END SOLUTION
first_step, reason

# %% [markdown]
# ## Then write
#
# **3.** `good_password(password)` gives back `True` when the password has at least 12 characters and is not in the list `DEFAULTS`.
# Otherwise it gives back `False`. Capital letters make no difference: `Administrator` is a default too.
#
# **4.** `minimal(message)` gets a dictionary and gives back a **new** dictionary. It holds only the keys in `NEEDED`, with their
# values. What is not in the message stays out. The dictionary `message` itself stays as it was.
#
# **5.** `obeys(command, token)` says whether the valve obeys the dictionary `command`. It gives back `True` when the command
# has a key `"token"` and its value is exactly `token`, else `False`. An empty token opens nothing: then the answer is always `False`.
#
# **Examples:** `good_password("Administrator")` is `False`. `minimal({"sensor": "flow", "phone": "0600000000"})` is `{"sensor": "flow"}`.
# `obeys({"do": "open"}, "k7-palm")` is `False`.

# %% given
DEFAULTS = ["admin", "1234", "password", "administrator", "password1234", "changeme12345"]
NEEDED = ["device", "sensor", "value", "unit"]

# %% answer
def good_password(password):
    ### BEGIN SOLUTION
    return len(password) >= 12 and password.lower() not in DEFAULTS
    ### END SOLUTION


def minimal(message):
    ### BEGIN SOLUTION
    kept = {}
    for key in NEEDED:
        if key in message:
            kept[key] = message[key]
    return kept
    ### END SOLUTION


def obeys(command, token):
    ### BEGIN SOLUTION
    if token == "":
        return False
    return command.get("token") == token
    ### END SOLUTION

# %% try
for password in ["admin", "Administrator", "palm", "three olives by 1 well"]:
    print(password, good_password(password))
print(minimal({"device": "valve 1", "sensor": "flow", "value": 12, "unit": "l/min", "name": "a family", "phone": "0600000000"}))
print(obeys({"do": "open", "token": "k7-palm"}, "k7-palm"), obeys({"do": "open"}, "k7-palm"))

# %% check
check("secure_device")

# %% [markdown]
# A password of its own, no data that nobody needs, and a token for every command: three doors are closed.
