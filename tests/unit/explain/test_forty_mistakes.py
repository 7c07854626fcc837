"""The typical mistakes of beginners: each source fails, and each explanation holds the words that matter, in three languages."""

import linecache
from typing import Any, NamedTuple

import pytest

from ailab.explain import explanation
from ailab.explain.show import Shown
from ailab.lang import LANGUAGES, Language


class Mistake(NamedTuple):
    """Code as a beginner may write it, and what must be said about it."""

    name: str
    source: str
    en: str
    fr: str
    ar: str


MISTAKES = (
    # NameError
    Mistake("a name with a typo", "price = 40\nprint(prise)", "mean `price`", "dire `price`", "المقصود `price`"),
    Mistake("a function in capitals", "Print('hi')", "mean `print`", "dire `print`", "المقصود `print`"),
    Mistake("a text without marks", "print(marrakech)", "quotation marks", "guillemets", "علامتي اقتباس"),
    Mistake("a name used before it has a value", "print(total)\ntotal = 3", "only on line 2", "qu’à la ligne 2", "في السطر 2"),
    Mistake("a module not imported", "random.randint(1, 6)", "`import random`", "`import random`", "`import random`"),
    Mistake(
        "a word of ailab not imported", "robot = Robot('six_palms')", "`from ailab import Robot`", "`from ailab import Robot`", "لم يُستورد"
    ),
    Mistake("a word of another language", "ready = true", "`True`", "`True`", "`True`"),
    Mistake("a function nobody defined", "launch()", "defines it", "qui le définit", "التي تعرّفه"),
    # TypeError
    Mistake("text plus number", "age = 12\nprint('age: ' + age)", "`str(…)`", "un texte et un nombre entier", "نص وعدد صحيح"),
    Mistake("number plus text", "total = 3 + '4'", "a whole number and a text", "`int(…)`", "`int(…)`"),
    Mistake("list plus number", "prices = [1] + 2", "`.append(…)`", "une liste", "قائمة"),
    Mistake("text minus number", "print('5' - 2)", "`-` does not work", "`-` ne fonctionne pas", "`-` لا تعمل"),
    Mistake("text compared with number", "if '5' > 3:\n    pass", "`>` does not work", "`float(…)`", "`>` لا تعمل"),
    Mistake("text times text", "print('3' * '4')", "repeats", "répète", "تكرّر"),
    Mistake("a minus before a text", "print(-'3')", "needs a number", "besoin d’un nombre", "تحتاج إلى عدد"),
    Mistake("len of a number", "len(5)", "`len` counts", "`len` compte", "`len` تعدّ"),
    Mistake("a number that is called", "x = 5\nx(3)", "Round brackets", "parenthèses", "القوسان"),
    Mistake("a value with the name of a function", "print = 3\nprint('hi')", "`del print`", "`del print`", "`del print`"),
    Mistake("an argument left out", "def area(w, height):\n    return w\narea(3)", "for `height`", "pour `height`", "لـ `height`"),
    Mistake("an argument too many", "def double(x):\n    return 2 * x\ndouble(1, 2)", "brackets: 1", "parenthèses : 1", "القوسين: 1"),
    Mistake("a method without self", "class Souk:\n    def open():\n        pass\nSouk().open()", "`self`", "`self`", "`self`"),
    Mistake("an input with a typo", "def area(height):\n    pass\narea(heght=4)", "mean `height`", "dire `height`", "المقصود `height`"),
    Mistake("too much for len", "len([1], [2])", "`help(len)`", "`help(len)`", "`help(len)`"),
    Mistake("None plus number", "def f(x):\n    pass\ntotal = f(3) + 1", "without `return`", "sans `return`", "لا `return` فيها"),
    Mistake("None has no elements", "words = ['b'].sort()\nprint(words[0])", "`.sort()`", "`.sort()`", "القيم هنا هي `None`"),
    Mistake("None has no methods", "word = None\nword.upper()", "no value", "pas de valeur", "لا قيمة"),
    Mistake("an untouched gap", "answer = ...\nprint(answer + 1)", "still `...`", "une place prévue", "ما زالت `...`"),
    Mistake(
        "a range of a text", "for i in range('3'):\n    pass", "whole number is needed", "faut ici un nombre entier", "المطلوب هنا عدد صحيح"
    ),
    Mistake("a number gone through", "for i in 5:\n    pass", "`for i in range(5):`", "`for i in range(5):`", "لتكرار شيء"),
    Mistake("a number with brackets", "x = 5\nprint(x[0])", "Square brackets", "crochets", "المعقوفان"),
    Mistake("a function with square brackets", "print['hi']", "`( )`", "avec des parenthèses", "بقوسين"),
    Mistake("a word as place in a list", "prices = [1]\nprint(prices['mint'])", "dictionaries", "dictionnaires", "للقواميس"),
    Mistake("a fraction as place in a list", "prices = [1, 2]\nprint(prices[4 / 4])", "`//`", "`//`", "`//`"),
    Mistake("a letter of a text changed", "word = 'mint'\nword[0] = 'M'", "`.replace(…, …)`", "nouveau texte", "نصًّا جديدًا"),
    Mistake("an element of a tuple changed", "point = (1, 2)\npoint[0] = 3", "Use a list", "Utilise une liste", "نستعمل قائمة"),
    Mistake("a list as a key", "d = {[1]: 2}", "cannot be a list", "ne peut pas être une liste", "مفتاح القاموس"),
    Mistake("join of numbers", "print(', '.join([1, 2]))", "`join`", "`join` réunit", "`join` تجمع"),
    Mistake("int of a list", "int([1])", "got a list", "on trouve une liste", "والموجود هنا قائمة"),
    Mistake("several names for one number", "a, b = 5", "`a, b = 1, 2`", "autant de valeurs", "بعدد الأسماء"),
    # ValueError
    Mistake("int of a word", "int('abc')", "`'abc'`", "seulement des chiffres", "أرقامًا فقط"),
    Mistake("int of a decimal", "int('3.5')", "`float(…)`", "`float(…)`", "`float(…)`"),
    Mistake("float of a unit", "float('12 DH')", "units", "unités", "وحدات القياس"),
    Mistake("too few values", "a, b, c = 1, 2", "3 names", "3 noms", "الأسماء 3"),
    Mistake("too many values", "a, b = [1, 2, 3]", "more values", "plus de valeurs", "القيم أكثر"),
    Mistake("remove of what is not there", "[1].remove(2)", "not in there", "pas là-dedans", "غير موجود"),
    Mistake("max of nothing", "max([])", "empty", "vide", "لا قيم هنا"),
    Mistake("a root of a negative number", "import math\nmath.sqrt(-1)", "below zero", "plus petit que zéro", "أصغر من الصفر"),
    # IndexError, KeyError, AttributeError
    Mistake("a place behind the end", "prices = [1, 2, 3]\nprint(prices[3])", "`prices` has 3", "à la place 2", "الموضع 2"),
    Mistake("a letter behind the end", "print('abc'[5])", "the place 2", "3 éléments", "هو 3"),
    Mistake("a place that is not there yet", "prices = []\nprices[0] = 3", "`.append(…)`", "à la fin", "في النهاية"),
    Mistake("pop from an empty list", "[].pop()", "empty", "vide", "فارغة"),
    Mistake("a key with a typo", "prices = {'mint': 3}\nprint(prices['mnit'])", "mean `'mint'`", "dire `'mint'`", "المقصود `'mint'`"),
    Mistake(
        "a key that is not there", "prices = {'mint': 3}\nprint(prices['saffron'])", "are: `'mint'`", "a : `'mint'`", "الموجود: `'mint'`"
    ),
    Mistake("a method with a typo", "'hi'.uperr()", "mean `upper`", "dire `upper`", "المقصود `upper`"),
    Mistake("push", "prices = []\nprices.push(3)", "`prices.append(…)`", "`prices.append(…)`", "`prices.append(…)`"),
    Mistake("length", "print('abc'.length)", "`len('abc')`", "`len('abc')`", "`len('abc')`"),
    Mistake(
        "a function of a module with a typo", "import random\nrandom.randit(1)", "mean `randint`", "dire `randint`", "المقصود `randint`"
    ),
    # the way of the program, modules, files
    Mistake("a division by zero", "count = 0\nprint(10 / count)", "`count` is 0", "`count` vaut 0", "قيمة `count` هنا 0"),
    Mistake("calls without end", "def f(x):\n    return f(x + 1)\nf(1)", "calls itself", "s’appelle elle-même", "تستدعي نفسها"),
    Mistake(
        "a local name before its value",
        "t = 0\ndef f():\n    t = t + 1\nf()",
        "Inside this function",
        "Dans cette fonction",
        "داخل هذه الدالة",
    ),
    Mistake("a bare assert", "total = 3\nassert total == 4", "`total == 4`", "`total == 4`", "`total == 4`"),
    Mistake("a module with a typo", "import pnadas", "mean `pandas`", "dire `pandas`", "المقصود `pandas`"),
    Mistake("a module that is not there", "import no_such_module_x", "installed", "installer", "تثبيته"),
    Mistake("a word that a module lacks", "from math import sqroot", "mean `sqrt`", "dire `sqrt`", "المقصود `sqrt`"),
    Mistake("a file that is not there", "open('nowhere_at_all.csv')", "same folder", "même dossier", "مجلد هذا الدفتر"),
    Mistake("an error without a rule", "raise OSError('x')", "`OSError`", "`OSError`", "`OSError`"),
    # SyntaxError
    Mistake("no colon after for", "for i in range(3)\n    print(i)", "lacks its colon", "deux-points", "النقطتان"),
    Mistake("no colon, all on one line", "while True print(1)", "lacks its colon", "deux-points", "النقطتان"),
    Mistake("a bracket not closed", "print('hi'", "never closed", "ne se ferme jamais", "لم يُغلق"),
    Mistake("a list not closed", "x = [1, 2\ny = 3", "Write `]`", "Écris `]`", "نكتب `]`"),
    Mistake("a bracket too many", "print('hi'))", "closes nothing", "ne ferme rien", "لا يغلق شيئًا"),
    Mistake("the wrong bracket", "x = [1, 2)", "with `]`", "avec `]`", "نغلقه بـ `]`"),
    Mistake("a quotation mark missing", "print('hi)", "second quotation mark", "deuxième guillemet", "الاقتباس الثانية"),
    Mistake("an apostrophe in a text", "print('l'ecole')", "apostrophe", "apostrophe", "مزدوجتين"),
    Mistake("one sign in if", "x = 3\nif x = 3:\n    pass", "Write `==`", "écris `==`", "نكتب `==`"),
    Mistake("a value given to a number", "5 = x", "left of `=`", "gauche de `=`", "يسار `=`"),
    Mistake("a value given to True", "True = 3", "belongs to Python", "appartient à Python", "كلمة من بايثون"),
    Mistake("else without if", "x = 3\nelse:\n    x = 4", "has no `if`", "pas de `if`", "لا توجد `if`"),
    Mistake("else if", "x = 1\nif x == 1:\n    pass\nelse if x == 2:\n    pass", "`elif …:`", "`elif …:`", "`elif …:`"),
    Mistake("if and else on one line", "x = 1\nif x > 3: print(1) else: print(2)", "new line", "nouvelle ligne", "سطرًا جديدًا"),
    Mistake("print without brackets", "print 'hi'", "`print(…)`", "`print(…)`", "`print(…)`"),
    Mistake("a comma missing", "x = [1 2]", "comma", "virgule", "فاصلة"),
    Mistake("a dictionary without colon", "x = {'a' 1}", "colon", "deux-points", "نقطتين"),
    Mistake("a function without brackets", "def f:\n    pass", "`def …():`", "`def …():`", "`def …():`"),
    Mistake("return outside", "return 3", "outside a function", "en dehors d’une fonction", "خارج أي دالة"),
    Mistake("break outside", "break", "outside a loop", "en dehors d’une boucle", "خارج أي حلقة"),
    Mistake("a name that begins with a digit", "3apples = 2", "begin with a digit", "par un chiffre", "لا يبدأ برقم"),
    Mistake("zeros in front", "x = 007", "zeros", "zéros", "الأصفار"),
    Mistake("inputs in the wrong order", "print(end='', 'a')", "to the end", "à la fin", "إلى النهاية"),
    Mistake("a brace not closed", "x = 1\nprint(f'{x')", "begins with `f`", "commence par `f`", "يبدأ بـ `f`"),
    Mistake("a sign of money", "price = 3€", "no sign `€`", "pas de signe `€`", "علامة `€`"),
    Mistake("a backslash", "x = 3 \\ 4", "`/`", "`/`", "`/`"),
    Mistake("try alone", "try:\n    x = 1\nx = 2", "`except`", "`except`", "`except`"),
    Mistake("on instead of in", "for i on range(3):\n    pass", "the word `in`", "ce qu’il parcourt", "الكلمة `in`"),
    Mistake("return misspelled", "def f(x):\n    retuurn x", "mean `return`", "dire `return`", "المقصود `return`"),
    Mistake("function instead of def", "function f():\n    pass", "mean `def`", "dire `def`", "المقصود `def`"),
    Mistake("a keyword as name", "class = 3", "`my_class`", "`my_class`", "`my_class`"),
    Mistake("two ampersands", "a = b = 1\nif a && b:\n    pass", "written `and`", "écrit `and`", "نكتب `and`"),
    Mistake("plus plus", "x = 1\nx++", "`+= 1`", "`+= 1`", "`+= 1`"),
    Mistake("a sign the wrong way round", "x = 1\nif x =< 3:\n    pass", "written `<=`", "écrit `<=`", "نكتب `<=`"),
    Mistake("then", "x = 3\nif x == 3 then:\n    pass", "word `then`", "deux-points `:`", "كلمة `then`"),
    Mistake("a name with a space", "my name = 3", "`my_name`", "`my_name`", "`my_name`"),
    Mistake("two instructions on one line", "x = 5 print(x)", "before `print(x)`", "avant `print(x)`", "قبل `print(x)`"),
    Mistake("a colon too many", "x = 3\nx == 3:", "take the colon away", "enlève les deux-points", "نحذف النقطتين"),
    Mistake("a sign twice", "x = = 3", "from `=` on", "à partir de `=`", "ابتداءً من `=`"),
    Mistake("an end that is missing", "x = 3 +", "at its end", "à la fin", "في نهايته"),
    # IndentationError, TabError
    Mistake("nothing below for", "for i in range(3):\nprint(i)", "Put four spaces", "sous les deux-points", "أربعة فراغات"),
    Mistake("nothing below def", "def f():\nreturn 3", "belongs to `def`", "dépend de `def`", "ما يتبع `def`"),
    Mistake("an indent for no reason", "x = 3\n  y = 4", "Take away the spaces", "à la ligne du dessus", "نحذف الفراغات"),
    Mistake("a line that goes back to nowhere", "if True:\n    x = 1\n  y = 2", "4, 8, 12", "4, 8, 12", "4 أو 8 أو 12"),
    Mistake("tabs and spaces", "if True:\n\tx = 1\n        y = 2", "tabs", "tabulations", "(tab)"),
    # keyboards
    Mistake("an Arabic comma", "print(3، 4)", "print(3, 4)", "passe le clavier en lettres latines", "لوحة المفاتيح"),
    Mistake("Arabic digits", "x = ٣", "written `3`", "écrit `3`", "x = 3"),
    Mistake("curly quotation marks", "print(“hi”)", 'print("hi")', 'print("hi")', 'print("hi")'),
    Mistake("print on the Arabic layout", "حقهىف('hi')", "the word `print`", "`print`, tapé", "الكلمة `print`"),
    Mistake("robot on the Arabic layout", "robot = 5\nprint(قخلاخف)", "the word `robot`", "`robot`, tapé", "الكلمة `robot`"),
    Mistake("brackets mirrored", "print)'hi'(", "mirrors", "inverse", "تعكسهما"),
)


def stopped(source: str) -> tuple[BaseException, dict[str, Any]]:
    """Run a source that fails as a notebook would; return the error and the names of the program."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    linecache.cache["<mistake>"] = (len(source), None, [f"{line}\n" for line in source.split("\n")], "<mistake>")
    try:
        exec(compile(source + "\n", "<mistake>", "exec"), namespace)
    except Exception as error:
        return error, namespace
    pytest.fail("this mistake does not fail")


def explained(source: str, language: Language) -> str:
    error, namespace = stopped(source)
    found = explanation(error, namespace, language=language)
    assert found is not None
    # Isolates and no-break spaces are proved elsewhere.
    return Shown(explanation=found, language=language).as_text().translate({0x2066: None, 0x2067: None, 0x2069: None, 0xA0: " "})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_a_typical_mistake_is_explained(mistake: Mistake, language: Language) -> None:
    assert getattr(mistake, language) in explained(mistake.source, language)


def test_there_are_more_than_forty_mistakes_each_under_its_own_name() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_is_short(language: Language) -> None:
    longest = max(len(line) for mistake in MISTAKES for line in explained(mistake.source, language).splitlines())

    assert longest < 140


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TypeError("cannot use 'list' as a dict key (unhashable type: 'list')"), "cannot be a list"),
        (ValueError("too many values to unpack (expected 2, got 3)"), "more values"),
        (TypeError("argument of type 'int' is not a container or iterable"), "one after the other"),
        (ValueError("expected a nonnegative input, got -1.0"), "no result"),
        (ZeroDivisionError("division by zero"), "divided by zero"),
        (ValueError("max() iterable argument is empty"), "it is empty"),
        (SyntaxError("invalid syntax. Did you mean 'in'?", ("<x>", 1, 7, "for i on x:\n")), "the word `in`"),
        (SyntaxError("unterminated f-string literal (detected at line 1)", ("<x>", 1, 7, "print(f'{x)\n")), "quotation mark is missing"),
    ],
)
def test_the_words_of_newer_pythons_are_understood(error: Exception, words: str) -> None:
    found = explanation(error, {}, language="en")

    assert found is not None
    assert words in found.what
