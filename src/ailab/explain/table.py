"""Which rules look at which error, and in which order: this table, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from ailab.errors import AilabError
from ailab.explain.keyboard.notice import noticed
from ailab.explain.keyboard.repair import Repaired
from ailab.explain.rules import attributes, blocks, calls, elements, flow, names, operands, outside, signs, spelling, values
from ailab.explain.stop import Stop, stop_of
from ailab.explain.told import Rule, Told
from ailab.lang import Language, library_translations, reader_language

RULES: Final[Mapping[str, tuple[Rule, ...]]] = {
    "UnboundLocalError": (names.used_inside_before_given,),
    "NameError": (
        names.used_inside_before_given,
        names.given_later,
        names.not_imported,
        names.of_another_language,
        names.misspelled,
        names.text_without_marks,
        names.unknown_function,
    ),
    "TypeError": (
        operands.still_a_gap,
        operands.nothing_there,
        operands.joined,
        operands.not_between,
        operands.text_times_text,
        operands.sign_in_front,
        calls.name_taken,
        calls.not_callable,
        calls.too_few,
        calls.too_many,
        calls.builtin_too_few,
        calls.unknown_input,
        calls.nothing_to_count,
        calls.whole_number_wanted,
        calls.not_a_number_text,
        calls.texts_wanted,
        elements.place_is_no_number,
        elements.no_elements,
        elements.cannot_be_changed,
        elements.no_key,
        elements.not_to_go_through,
        values.single_value_to_share,
    ),
    "ValueError": (
        values.not_fitted,
        values.no_whole_number,
        values.no_number,
        values.too_few_to_share,
        values.too_many_to_share,
        values.not_inside,
        values.nothing_to_choose_from,
        values.outside_of_mathematics,
    ),
    "IndexError": (elements.behind_the_end, elements.place_to_fill, elements.empty_list),
    "KeyError": (elements.unknown_key,),
    "AttributeError": (
        operands.still_a_gap,
        operands.nothing_there,
        attributes.of_other_languages,
        attributes.own_file_in_the_way,
        attributes.misspelled_attribute,
    ),
    "ZeroDivisionError": (flow.by_zero,),
    "RecursionError": (flow.without_end,),
    "AssertionError": (flow.untrue,),
    "ModuleNotFoundError": (outside.no_module,),
    "ImportError": (outside.not_in_module,),
    "FileNotFoundError": (outside.no_file,),
    "TabError": (blocks.tabs_and_spaces,),
    "IndentationError": (blocks.nothing_indented, blocks.indented_for_no_reason, blocks.back_to_nowhere),
    "SyntaxError": (
        signs.else_if,
        signs.never_closed,
        signs.closed_only,
        signs.closed_by_another,
        signs.text_not_ended,
        signs.asks_with_one_sign,
        signs.gives_to_no_name,
        signs.print_without_brackets,
        signs.no_comma,
        signs.brackets_of_a_function,
        signs.outside_of_its_place,
        signs.number_runs_into_letters,
        signs.order_of_inputs,
        signs.braces_of_a_text,
        signs.sign_of_no_use,
        signs.try_alone,
        spelling.else_alone,
        spelling.else_on_the_same_line,
        spelling.foreign_sign,
        spelling.word_instead_of_colon,
        spelling.for_without_in,
        spelling.keyword_as_name,
        signs.no_colon,
        spelling.misspelled_word,
        spelling.name_with_space,
        spelling.two_lines_in_one,
        spelling.colon_too_many,
        spelling.unreadable,
    ),
    "Exception": (flow.something_else,),
}
"""By the name of the error; its parents are asked in turn, down to Exception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a learner reads below a traceback."""

    what: str
    where: str
    """Cell and line in words; empty when nobody knows."""
    code: str
    step: str
    repaired: Repaired | None = None
    """The whole cell as it was most likely meant, when a keyboard played a trick."""


def explanation(
    error: BaseException,
    namespace: Mapping[str, Any],
    *,
    language: Language | None = None,
    cells: Mapping[str, int] | None = None,
    typed: str = "",
) -> Explanation | None:
    """Return what this error means, or None when nothing is to be added.

    Parameters
    ----------
    error : BaseException
        What stopped the program.
    namespace : dict
        The names of the learner's program.
    language : {"ar", "en", "fr"}, optional
        The reader's when left out.
    cells : dict, optional
        Numbers of other cells, by the file name that Python has for them.
    typed : str, optional
        The cell that was run, as it was typed, where a notebook changes it before Python reads it.

    Returns
    -------
    Explanation or None
        None for what explains itself: ailab's own errors, and a program that was interrupted.

    Examples
    --------
    >>> try:
    ...     1 / 0
    ... except ZeroDivisionError as error:
    ...     explanation(error, globals(), language="en").what
    'Here something is divided by zero, and that has no result.'
    """
    if not isinstance(error, Exception):
        return None
    say = library_translations(language or reader_language())
    stop = stop_of(error, namespace)
    other = (cells or {}).get(stop.file)
    keyboard = noticed(replace(stop, source=typed) if typed and other is None else stop, say)
    told = keyboard[0] if keyboard else _told(stop, say)
    if told is None:
        return None
    # What would be put right in another cell has no place in this one.
    repaired = keyboard[1] if keyboard and other is None else None
    return Explanation(what=told.what, where=_where(stop.line, other, say), code=stop.code, step=told.step, repaired=repaired)


def _told(stop: Stop, say: Any) -> Told | None:
    if isinstance(stop.error, AilabError):
        return None
    rules = (rule for kind in type(stop.error).__mro__ for rule in RULES.get(kind.__name__, ()))
    return next((told for told in (rule(stop, say) for rule in rules) if told), None)


def _where(line: int | None, cell: int | None, say: Any) -> str:
    if line is None:
        return ""
    if cell is not None:
        return str(say("In cell [{cell}], line {line}:").format(cell=cell, line=line))
    return str(say("Line {line}:").format(line=line))
