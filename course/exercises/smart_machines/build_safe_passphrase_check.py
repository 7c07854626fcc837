"""Visible cases of build_safe_passphrase."""

from ailab.checks import Case, Misconception, all_of, behaves_like, call, fails, read

NAME = "tiko"
ONE = "couscous"
TWO = "argan souk"
THREE = "argan souk kasbah"
FOUR = "zellij tram mango oud"
FIVE = "argan souk kasbah mango tram"
OWN = "zellij tram mango tiko"
HARMLESS = {"a", "c", "e"}
LETTERS = set("abcdef")


def sample(passphrase):
    return call("is_strong", passphrase, NAME)


def chosen(outcome):
    """Return the messages that were chosen; no list means none."""
    return set(outcome.value) if isinstance(outcome.value, list | tuple | set) else set()


CASES = (
    Case("four_words", sample(FOUR), True, label="Four words are strong", needs=("three_words",)),
    Case("three_words", sample(THREE), False, label="Three words are too weak", needs=("four_words",)),
    Case("own_name", sample(OWN), False, label="Four words with the owner's name are too weak", needs=("four_words", "three_words")),
    Case(
        "private",
        read("to_send"),
        accept=lambda outcome: bool(chosen(outcome)) and chosen(outcome) <= HARMLESS,
        label="Messages are sent, and nothing private goes along",
    ),
)


def does(wrong, *passphrases):
    return behaves_like("is_strong", wrong, [(passphrase, NAME) for passphrase in passphrases])


def sends(letter):
    return lambda answer: letter in chosen(answer.read("to_send"))


def sends_unknown(answer):
    return not chosen(answer.read("to_send")) <= LETTERS


MISCONCEPTIONS = (
    Misconception(
        "names_no_part",
        fails(sample(FOUR), "KeyError"),
        'The rule holds a part that is not there. Write the short names of the parts, as in `["two_words"]`.',
    ),
    Misconception(
        "gives_nothing_back",
        does(lambda passphrase, name: None, ONE, FOUR),
        "Your function gives nothing back. Put `return` before what it found out.",
    ),
    Misconception(
        "always_yes",
        does(lambda passphrase, name: True, ONE, TWO, OWN, NAME, "a b"),
        "Your rule accepts everything, even one short word. What must a strong passphrase have?",
    ),
    Misconception(
        "asks_for_the_name",
        does(lambda passphrase, name: name in passphrase.split(), FOUR, FIVE, OWN),
        "Your rule asks for the name of the owner. Everybody knows that name: ask for the opposite.",
    ),
    Misconception(
        "always_no",
        does(lambda passphrase, name: False, ONE, THREE, FOUR, FIVE),
        "Your rule refuses every passphrase that is long enough. Which part of it is too strict?",
    ),
    Misconception(
        "takes_one_of_the_two",
        does(lambda passphrase, name: len(passphrase.split()) >= 4 or name not in passphrase.split(), ONE, THREE, OWN, NAME),
        "One of the two conditions is enough for your rule. Both must hold: join them with `and`.",
    ),
    Misconception(
        "counts_letters",
        does(lambda passphrase, name: len(passphrase) >= 4, ONE, THREE, "a b"),
        "Your rule counts letters. Count the words: `len(words)`.",
    ),
    Misconception(
        "wants_more_than_four",
        does(lambda passphrase, name: len(passphrase.split()) > 4, THREE, FOUR, FIVE),
        "Four words are already enough. What does `>=` say that `>` does not say?",
    ),
    Misconception(
        "accepts_fewer",
        all_of(does(lambda passphrase, name: True, THREE, FOUR), does(lambda passphrase, name: False, ONE)),
        "Your rule accepts fewer than four words. Which number must be larger?",
    ),
    Misconception(
        "forgets_the_name",
        does(lambda passphrase, name: len(passphrase.split()) >= 4, ONE, THREE, FOUR, OWN),
        "The number of words is right. But a passphrase with the owner's name passes too: ask for that as well.",
    ),
    Misconception(
        "tells_the_passphrase",
        sends("b"),
        "One message gives a passphrase away. It goes to nobody, not even to a machine that offers a test.",
    ),
    Misconception(
        "tells_the_home",
        sends("d"),
        "One message tells where somebody lives. Can the question be asked without it?",
    ),
    Misconception(
        "shows_a_friend",
        sends("f"),
        "One message shows somebody else. A photo of a friend is not ours to give away.",
    ),
    Misconception(
        "sends_unknown",
        sends_unknown,
        'There are messages `"a"` to `"f"`. Write the letters of those that may be sent.',
    ),
    Misconception(
        "sends_nothing",
        lambda answer: not chosen(answer.read("to_send")),
        "No message is sent. Some of them tell nothing private: choose those.",
    ),
    Misconception(
        "is_too_careful",
        lambda answer: chosen(answer.read("to_send")) < HARMLESS,
        "Nothing private is told, very good. But one more message is harmless: read those that you kept back.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Which passphrase or message is it about?",
    "A strong rule asks two questions, and both need a yes. Private is what tells who somebody is, where they are, or what opens their account.",
    "Another rule: a good team has at least seven players, and no player twice. In Python that could be `count >= 7 and not twice`.",
)
