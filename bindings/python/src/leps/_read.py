"""From pointers of the library to the values of model.py."""

import ctypes
import datetime
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeVar

from leps._library import lib, optional_text, text
from leps._owned import Owned
from leps.model import (
    BreakEven,
    Computed,
    Diagnostic,
    Diagnostics,
    Difference,
    Example,
    Gap,
    GapKind,
    Label,
    Place,
    Quantity,
    Replacement,
    Requirement,
    Result,
    Severity,
    Source,
    Step,
    StepKind,
    Verdict,
    Waiver,
    Words,
)

_T = TypeVar("_T")
_Pointer = int | None
_Owner = Owned | int | None

# In the order of the header's numbers.
SEVERITIES = tuple(Severity)
VERDICTS = tuple(Verdict)
GAP_KINDS = tuple(GapKind)
_GOES_DOWN = (False, True, None)  # by `leps_way`
STEP_KINDS = tuple(StepKind)

_ITALIAN, _ENGLISH = 0, 1


def each(
    count: Callable[..., Any], at: Callable[..., Any], read: Callable[..., _T], owner: _Owner
) -> tuple[_T, ...]:
    """What the library counts with one function and gives with another."""
    return tuple(read(at(owner, i)) for i in range(count(owner)))


def files(
    kind: Callable[..., _T], count: Callable[..., int], owner: Owned, **fields: Callable[..., Any]
) -> tuple[_T, ...]:
    """The files that something was made from, each field with what reads it."""
    return tuple(
        kind(**{name: text(read(owner, i)) for name, read in fields.items()})
        for i in range(count(owner))
    )


def _texts(count: Callable[..., Any], at: Callable[..., Any], owner: _Pointer) -> tuple[str, ...]:
    return each(count, at, text, owner)


def words(function: Callable[..., Any], *arguments: Any) -> Words:
    return Words(text(function(*arguments, _ITALIAN)), text(function(*arguments, _ENGLISH)))


def _place(pointer: _Pointer) -> Place | None:
    if pointer is None:
        return None
    return Place(
        source=text(lib.leps_place_source(pointer)),
        line=lib.leps_place_line(pointer),
        column=lib.leps_place_column(pointer),
        begin=lib.leps_place_begin(pointer),
        end=lib.leps_place_end(pointer),
    )


def _some_place(pointer: _Pointer) -> Place:
    return _place(pointer) or Place("", 0, 0, 0, 0)


def _replacement(pointer: int) -> Replacement | None:
    place = _place(lib.leps_diagnostic_replacement_place(pointer))
    if place is None:
        return None
    return Replacement(
        place,
        text(lib.leps_diagnostic_replacement_text(pointer)),
        lib.leps_diagnostic_replacement_is_certain(pointer),
    )


def _diagnostic(pointer: int) -> Diagnostic:
    labels = range(lib.leps_diagnostic_label_count(pointer))
    hints = range(lib.leps_diagnostic_hint_count(pointer))
    return Diagnostic(
        code=text(lib.leps_diagnostic_code(pointer)),
        severity=SEVERITIES[lib.leps_diagnostic_severity(pointer)],
        message=words(lib.leps_diagnostic_message, pointer),
        place=_some_place(lib.leps_diagnostic_place(pointer)),
        labels=tuple(
            Label(
                words(lib.leps_diagnostic_label, pointer, i),
                _some_place(lib.leps_diagnostic_label_place(pointer, i)),
            )
            for i in labels
        ),
        hints=tuple(words(lib.leps_diagnostic_hint, pointer, i) for i in hints),
        replacement=_replacement(pointer),
        text=words(lib.leps_diagnostic_text, pointer),
    )


def diagnostics(owner: Owned | int) -> Diagnostics:
    return Diagnostics(
        each(lib.leps_diagnostics_count, lib.leps_diagnostics_at, _diagnostic, owner),
        json_text(lib.leps_diagnostics_json, owner),
    )


def _bound(exact: bytes | None) -> Fraction | None:
    # `5` or `7/4`: whole numbers, which Fraction takes far faster than a text of any kind.
    return None if exact is None else Fraction(*map(int, exact.split(b"/")))


def quantity(pointer: _Pointer) -> Quantity | None:
    if pointer is None:
        return None
    return Quantity(
        _bound(lib.leps_quantity_lo(pointer)),
        _bound(lib.leps_quantity_hi(pointer)),
        optional_text(lib.leps_quantity_unit(pointer)),
    )


def _gap(pointer: int) -> Gap:
    amount = quantity(lib.leps_gap_amount(pointer))
    assert amount is not None  # every gap has one
    return Gap(
        kind=GAP_KINDS[lib.leps_gap_get_kind(pointer)],
        amount=amount,
        lever=optional_text(lib.leps_gap_lever(pointer)),
        lever_goes_down=_GOES_DOWN[lib.leps_gap_lever_way(pointer)],
        is_unreachable=lib.leps_gap_is_unreachable(pointer),
        is_strict=lib.leps_gap_is_strict(pointer),
        failing=_texts(lib.leps_gap_failing_count, lib.leps_gap_failing, pointer),
        open=_texts(lib.leps_gap_open_count, lib.leps_gap_open, pointer),
        total=lib.leps_gap_total(pointer),
        shortfall=quantity(lib.leps_gap_shortfall(pointer)),
        cost=quantity(lib.leps_gap_cost(pointer)),
        gross_cost=quantity(lib.leps_gap_gross_cost(pointer)),
        relative=quantity(lib.leps_gap_relative(pointer)),
        parts=each(lib.leps_gap_part_count, lib.leps_gap_part, _gap, pointer),
        alternatives=each(
            lib.leps_gap_alternative_count, lib.leps_gap_alternative, _gap, pointer
        ),
    )


def _requirement(pointer: int) -> Requirement:
    gap = lib.leps_requirement_gap(pointer)
    return Requirement(
        name=text(lib.leps_requirement_name(pointer)),
        verdict=VERDICTS[lib.leps_requirement_verdict(pointer)],
        gap=None if gap is None else _gap(gap),
    )


def _waiver(result: int, index: int) -> Waiver:
    until = optional_text(lib.leps_result_waiver_until(result, index))
    return Waiver(
        act=text(lib.leps_result_waiver_act(result, index)),
        reason=text(lib.leps_result_waiver_reason(result, index)),
        until=None if until is None else datetime.date.fromisoformat(until),
        is_expired=lib.leps_result_waiver_is_expired(result, index),
    )


def key(pointer: int) -> tuple[str, int, str]:
    """Whose result it is: the Ambito, the year, the rule."""
    return (
        text(lib.leps_result_ambito(pointer)),
        lib.leps_result_year(pointer),
        text(lib.leps_result_rule(pointer)),
    )


def result(pointer: int) -> Result:
    ambito, year, rule = key(pointer)
    possible = lib.leps_result_possible(pointer)
    return Result(
        ambito=ambito,
        year=year,
        rule=rule,
        title=text(lib.leps_result_title(pointer)),
        category=text(lib.leps_result_category(pointer)),
        verdict=VERDICTS[lib.leps_result_verdict(pointer)],
        possible=tuple(one for i, one in enumerate(VERDICTS) if possible >> i & 1),
        is_fragile=lib.leps_result_is_fragile(pointer),
        is_within_tolerance=lib.leps_result_is_within_tolerance(pointer),
        is_forecast=lib.leps_result_is_forecast(pointer),
        is_synthetic=lib.leps_result_is_synthetic(pointer),
        rank=lib.leps_result_rank(pointer) or None,
        relative_gap=quantity(lib.leps_result_relative_gap(pointer)),
        requirements=each(
            lib.leps_result_requirement_count, lib.leps_result_requirement, _requirement, pointer
        ),
        missing=_texts(lib.leps_result_missing_count, lib.leps_result_missing, pointer),
        deciding=_texts(lib.leps_result_deciding_count, lib.leps_result_deciding, pointer),
        assumptions=_texts(lib.leps_result_assumption_count, lib.leps_result_assumption, pointer),
        waivers=tuple(
            _waiver(pointer, i) for i in range(lib.leps_result_waiver_count(pointer))
        ),
        cost=quantity(lib.leps_result_cost(pointer)),
        gross_cost=quantity(lib.leps_result_gross_cost(pointer)),
    )


def computed(pointer: int) -> Computed:
    return Computed(
        ambito=text(lib.leps_computed_ambito(pointer)),
        year=lib.leps_computed_year(pointer),
        name=text(lib.leps_computed_name(pointer)),
        amount=quantity(lib.leps_computed_amount(pointer)),
        value=optional_text(lib.leps_computed_value(pointer)),
    )


def difference(pointer: int) -> Difference:
    return Difference(
        before=result(lib.leps_difference_before(pointer)),
        after=result(lib.leps_difference_after(pointer)),
    )


def example(pointer: int) -> Example:
    return Example(
        title=text(lib.leps_example_title(pointer)),
        holds=lib.leps_example_holds(pointer),
        place=_some_place(lib.leps_example_place(pointer)),
    )


def break_even(owner: Owned) -> BreakEven:
    return BreakEven(
        lever=text(lib.leps_break_even_lever(owner)),
        value=quantity(lib.leps_break_even_value(owner)),
        current=quantity(lib.leps_break_even_current(owner)),
        margin=quantity(lib.leps_break_even_margin(owner)),
        is_upper_bound=_GOES_DOWN[lib.leps_break_even_way(owner)],
        is_strict=lib.leps_break_even_is_strict(owner),
    )


def _parts(pointer: int) -> list[int]:
    return [lib.leps_step_part(pointer, i) for i in range(lib.leps_step_part_count(pointer))]


def _step(pointer: int, parts: Iterable[Step]) -> Step:
    return Step(
        kind=STEP_KINDS[lib.leps_step_get_kind(pointer)],
        name=optional_text(lib.leps_step_name(pointer)),
        formula=words(lib.leps_step_formula, pointer),
        amount=quantity(lib.leps_step_amount(pointer)),
        value=optional_text(lib.leps_step_value(pointer)),
        place=_place(lib.leps_step_place(pointer)),
        confidence=optional_text(lib.leps_step_confidence(pointer)),
        sources=tuple(
            Source(
                title=text(lib.leps_step_source(pointer, i)),
                urn=optional_text(lib.leps_step_source_urn(pointer, i)),
                url=optional_text(lib.leps_step_source_url(pointer, i)),
            )
            for i in range(lib.leps_step_source_count(pointer))
        ),
        parts=tuple(parts),
    )


def steps(explanation: Owned) -> tuple[Step, ...]:
    """The steps of an explanation, each read once, parts before what is made from them."""
    read: dict[int, Step] = {}
    roots: tuple[int, ...] = each(
        lib.leps_explanation_step_count, lib.leps_explanation_step, int, explanation
    )
    waiting = list(reversed(roots))
    while waiting:
        pointer = waiting[-1]
        unread = [part for part in _parts(pointer) if part not in read]
        if unread:
            waiting += unread
            continue
        waiting.pop()
        if pointer not in read:
            read[pointer] = _step(pointer, (read[part] for part in _parts(pointer)))
    return tuple(read[pointer] for pointer in roots)


def json_text(function: Callable[..., Any], owner: Owned | int) -> str:
    length = ctypes.c_size_t()
    return text(function(owner, ctypes.byref(length)))
