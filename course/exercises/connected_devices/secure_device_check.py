"""Visible cases of secure_device."""

from ailab.checks import Case, Misconception, Outcome, any_of, fails, gives, read

TOKEN = "k7-palm"
DEFAULTS = ("admin", "1234", "password", "administrator", "password1234", "changeme12345")
NEEDED = ("device", "sensor", "value", "unit")
PASSWORDS = ("three olives by 1 well", "admin", "short-palm", "twelve-signs", "password1234", "Administrator")
CHATTY = {"device": "valve 1", "sensor": "flow", "value": 12, "unit": "l/min", "name": "a family", "phone": "0600000000"}
COMMANDS = ({"do": "open", "token": TOKEN}, {"do": "open", "token": "k7-fig"}, {"do": "open"})


def is_good(password):
    return len(password) >= 12 and password.lower() not in DEFAULTS


def each(function, questions):
    """Ask a function several things; the outcome is the list of its answers, so that a constant earns nothing."""

    def ask(answer):
        outcomes = [answer.call(function, *question) for question in questions]
        stopped = next((outcome for outcome in outcomes if outcome.error), None)
        return stopped or Outcome(value=[outcome.value for outcome in outcomes], printed="".join(outcome.printed for outcome in outcomes))

    return ask


CASES = (
    Case("first_step", read("first_step"), "b", label="What she does first"),
    Case("reason", read("reason"), "c", label="The reason", needs=("first_step",)),
    Case(
        "passwords", each("good_password", [(word,) for word in PASSWORDS]), [is_good(word) for word in PASSWORDS], label="Six passwords, in turn"
    ),
    Case("minimal", each("minimal", [(CHATTY,)]), [{key: CHATTY[key] for key in NEEDED}], label="Only the data that are needed"),
    Case("commands", each("obeys", [(command, TOKEN) for command in COMMANDS]), [True, False, False], label="Right token, wrong token, no token"),
)


def value(answer, function, *arguments):
    return answer.call(function, *arguments).value


def only_prints(answer):
    outcomes = [answer.call("good_password", PASSWORDS[0]), answer.call("minimal", CHATTY), answer.call("obeys", COMMANDS[0], TOKEN)]
    return any(outcome.value is None and not outcome.error and outcome.printed.strip() for outcome in outcomes)


def other_letters(answer):
    return answer.read("first_step").value not in ("a", "b", "c") or answer.read("reason").value not in ("a", "b", "c")


def gives_text(answer):
    found = (value(answer, "good_password", PASSWORDS[0]), value(answer, "obeys", COMMANDS[0], TOKEN))
    return any(isinstance(each, str) for each in found)


def takes_defaults(answer):
    return value(answer, "good_password", "password1234") is True


def takes_capitals(answer):
    return value(answer, "good_password", "Administrator") is True


def takes_short(answer):
    return value(answer, "good_password", "short-palm") is True


def refuses_twelve(answer):
    return value(answer, "good_password", "twelve-signs") is False and value(answer, "good_password", PASSWORDS[0]) is True


def keeps_too_much(answer):
    found = value(answer, "minimal", CHATTY)
    return isinstance(found, dict) and bool(set(found) - set(NEEDED))


def invents_keys(answer):
    return set(value(answer, "minimal", {"sensor": "flow", "phone": "0600000000"})) == set(NEEDED)


def needs_every_key(answer):
    return answer.call("minimal", {"sensor": "flow", "phone": "0600000000"}).error == "KeyError"


def obeys_anybody(answer):
    return value(answer, "obeys", COMMANDS[1], TOKEN) is True


def empty_token_opens(answer):
    return any(value(answer, "obeys", command, "") is True for command in ({"do": "open", "token": ""}, {"do": "open"}))


MISCONCEPTIONS = (
    Misconception(
        "prints_instead_of_return",
        only_prints,
        "A function shows its result, but gives nothing back. Use `return`.",
    ),
    Misconception(
        "other_letters",
        other_letters,
        'Something else than one of the letters stands in `first_step` or `reason`. Write for instance `"a"`, in quotes.',
    ),
    Misconception(
        "password_can_wait",
        gives(read("first_step"), "a"),
        "From the first minute on a network, anybody can knock at the valve. What must be done before?",
    ),
    Misconception(
        "hides_the_label",
        gives(read("first_step"), "c"),
        "Without the label, the password is still `admin`, as on every valve of this make. What would really change it?",
    ),
    Misconception(
        "village_is_small",
        gives(read("reason"), "a"),
        "Nobody has to look for the valve: programs knock at every device that a network reaches, day and night.",
    ),
    Misconception(
        "messages_get_slow",
        gives(read("reason"), "b"),
        "The length of a password does not change how fast messages travel. Think of who knows the password on the label.",
    ),
    Misconception(
        "gives_text",
        gives_text,
        "A function gives back a text. Give back `True` or `False`, without quotes.",
    ),
    Misconception(
        "takes_defaults",
        takes_defaults,
        "A long password from the list of defaults passes. It must be long **and** not in `DEFAULTS`.",
    ),
    Misconception(
        "takes_capitals",
        takes_capitals,
        "`Administrator` passes, although `administrator` is a default. Compare the password in small letters: `lower` makes them.",
    ),
    Misconception(
        "takes_short",
        takes_short,
        "A password with fewer than 12 characters passes. It must be long enough **and** not in `DEFAULTS`.",
    ),
    Misconception(
        "refuses_twelve",
        refuses_twelve,
        "A password with exactly 12 characters is refused. *At least 12* includes 12.",
    ),
    Misconception(
        "keeps_too_much",
        keeps_too_much,
        "Your new dictionary holds data that nobody needs. Start from an empty one, and take over the keys in `NEEDED` alone.",
    ),
    Misconception(
        "needs_every_key",
        any_of(needs_every_key, fails(each("minimal", [(CHATTY,)]), "KeyError")),
        "A message does not always hold every key. Look first whether the key is in the message.",
    ),
    Misconception(
        "invents_keys",
        invents_keys,
        "Your new dictionary holds keys that the message did not have. What is not there stays out.",
    ),
    Misconception(
        "needs_a_token",
        fails(each("obeys", [(COMMANDS[2], TOKEN)]), "KeyError"),
        "Your function stops when a command has no token. Look first whether the key is there, or use `get`.",
    ),
    Misconception(
        "obeys_anybody",
        obeys_anybody,
        "A wrong token opens the valve. It is not enough that there is one: compare it with `token`.",
    ),
    Misconception(
        "empty_token_opens",
        empty_token_opens,
        "When the token of the valve is empty, a command without a secret opens it. An empty token must open nothing.",
    ),
)

LADDER = (
    "Which question or function is the first line with ✘ about? Ask it something whose answer you are sure of, and compare.",
    "Rules have edges: exactly 12 characters, a capital letter, a key that is not there, a token that is empty. Which edge does your answer not look at yet?",
    'A library asks `card.get("stamp") == "blue"`: for a card without a stamp, this is `False`, and the program goes on. And `"Blue".lower()` gives `"blue"`.',
)
