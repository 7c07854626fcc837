"""Hidden cases of build_safe_passphrase: other passphrases and another owner, and the harmless messages."""

from random import Random

from ailab.checks import Case, call, read

WORDS = ("argan", "couscous", "kasbah", "mango", "oud", "souk", "tajine", "tram", "zellij", "olive", "mint", "palm")
NAMES = ("lumo", "riko", "zuzu", "pepo")


def cases(seed):
    random = Random(seed)
    words, (owner, other) = _drawn(random, WORDS), _drawn(random, NAMES)[:2]
    own = [*words[:3], owner] if random.random() < 0.5 else [owner, *words[:3]]
    both = ("four_words", "three_words")
    return (
        Case("one_word", _sample(words[:1], owner), False, needs=both),
        Case("five_words", _sample(words[:5], owner), True, needs=both),
        Case("name_of_another", _sample([*words[:3], other], owner), True, needs=(*both, "owner_inside")),
        Case("owner_inside", _sample(own, owner), False, needs=(*both, "own_name")),
        Case("harmless", read("to_send"), accept=lambda outcome: set(outcome.value) == {"a", "c", "e"}, needs=("private",)),
    )


def _sample(words, owner):
    return call("is_strong", " ".join(words), owner)


def _drawn(random, things):
    """Return the things in another order."""
    return [thing for _, thing in sorted((random.random(), thing) for thing in things)]
