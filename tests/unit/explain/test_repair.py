"""Code as it was meant."""

import pytest

from ailab.explain import Change, repair


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("print(3، 4)", "print(3, 4)"),
        ("x = 3؛ y = 4", "x = 3; y = 4"),
        ("x = ١٢٫٥", "x = 12.5"),
        ("x = ۴۵", "x = 45"),
        ("print(“hi”)", 'print("hi")'),
        ("print(«تمر»)", 'print("تمر")'),
        ("print(’hi’)", "print('hi')"),
        ("print(‘l’école’)", "print('l’école')"),
        ('print("hi”)', 'print("hi")'),
        ("if x ≤ 3: pass", "if x <= 3: pass"),
        ("x =\u00a0[1,\u200e 2]", "x = [1, 2]"),
        ("حقهىف(4)", "print(4)"),
        ("قخلاخف.بخقصشقي()", "robot.forward()"),
        ("robot.فعقى_قهلاف()", "robot.turn_right()"),
        ("قخلاخفزبخقصشقي()", "robot.forward()"),
        ("بخق i هى قشىلث(3):\n    حقهىف(i)", "for i in range(3):\n    print(i)"),
        ("prices = 3\nحقهىف(حقهؤثس)", "prices = 3\nprint(prices)"),
        ('حقهىف)"سلام"(', 'print("سلام")'),
        ("print)(", "print()"),
    ],
)
def test_what_a_keyboard_did_is_put_right(typed: str, meant: str) -> None:
    assert repair(typed).source == meant


@pytest.mark.parametrize(
    "source",
    [
        "print('سلام، “هنا” ٣')",
        "# تعليق، فيه ٣ علامات “هكذا”\nx = 3",
        '"""نص، طويل\n“هكذا”"""',
        "عدد = 3\nprint(عدد)",
        "print('it’s')",
        "x = (1 +\n     2) * (3)",
        "",
        "%matplotlib inline\nprint(')(')",
    ],
)
def test_texts_comments_and_names_in_arabic_stay(source: str) -> None:
    assert repair(source).source == source
    assert repair(source).changes == ()


def test_a_word_on_an_azerty_keyboard_is_known_too() -> None:
    # The key with the letter a on it types another Arabic letter there.
    assert repair("ضححثىي(1)", {"append"}).source == "append(1)"


def test_names_of_the_program_may_be_meant() -> None:
    assert repair("حقهىف(سخعن)", {"souk"}).source == "print(souk)"
    assert repair("حقهىف(سخعن)").source == "print(سخعن)"


def test_changes_tell_line_and_reason() -> None:
    assert repair("x = 1\nprint(٣، “a”)\nحقهىف(x)").changes == (
        Change(2, "٣", "3", "sign"),
        Change(2, "،", ",", "sign"),
        Change(2, "“", '"', "sign"),
        Change(3, "حقهىف", "print", "word"),
    )


def test_a_repaired_source_needs_no_repair() -> None:
    once = repair("قخلاخف.بخقصشقي(٣، “a”)").source

    assert repair(once).changes == ()
