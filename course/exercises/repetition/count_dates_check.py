"""Visible cases of count_dates."""

from ailab.checks import Case, Misconception, any_of, gives, read


def is_right(name, count):
    """Return a case's question and its judge; an expected value would stand on the screen."""
    return {"ask": read(name), "accept": lambda outcome: type(outcome.value) in (int, float) and outcome.value == count}


CASES = (
    Case("loop", **is_right("dates_a", 4), label="Your number for program A"),
    Case("around_the_loop", **is_right("dates_b", 5), label="Your number for program B"),
)


def are_texts(answer):
    return any(isinstance(answer.read(f"dates_{letter}").value, str) for letter in "abcde")


MISCONCEPTIONS = (
    Misconception(
        "writes_text",
        are_texts,
        "A number stands in quotes. Take the quotes away.",
    ),
    Misconception(
        "goes_round_once",
        gives(read("dates_a"), 1),
        "You counted one round of the loop. It goes round again and again: look at its number.",
    ),
    Misconception(
        "stops_one_early",
        gives(read("dates_a"), 3),
        "One round is missing. A loop with 4 goes round four times.",
    ),
    Misconception(
        "goes_one_too_far",
        gives(read("dates_a"), 5),
        "One round is too many. A loop with 4 goes round four times.",
    ),
    Misconception(
        "forgets_around_the_loop",
        any_of(gives(read("dates_b"), 3), gives(read("dates_b"), 4)),
        "In program B there are picks before and after the loop. Count them too.",
    ),
    Misconception(
        "counts_steps",
        gives(read("dates_c"), 6),
        "You counted the steps of program C. Count only the picks.",
    ),
    Misconception(
        "takes_all_inside",
        gives(read("dates_d"), 4),
        "In program D the pick comes after the loop. How often does the robot do it?",
    ),
    Misconception(
        "picks_at_every_step",
        gives(read("dates_e"), 8),
        "In program E the robot makes a step without a pick. Count only the picks.",
    ),
    Misconception(
        "adds_the_loops",
        any_of(gives(read("dates_e"), 5), gives(read("dates_e"), 3), gives(read("dates_e"), 2)),
        "In program E a loop stands inside a loop. The inner one starts again in each round.",
    ),
)

LADDER = (
    "Say each program aloud while your finger goes along the row. Knock on the table at each pick, and count the knocks.",
    "First count what one round of a loop picks, then how many rounds there are. What stands before or after the loop comes only once.",
    "Another program: step, pick, then 2 times: step, step, pick. One pick before the loop and two inside it make 3 dates.",
)
