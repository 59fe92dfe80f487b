"""Results as tables of pandas. Fractions stay fractions: a table that rounds could not decide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from leps.model import Computed, Quantity, Requirement, Result

if TYPE_CHECKING:
    import pandas

    from leps.results import Results

_Row = dict[str, Any]


def _ends(name: str, quantity: Quantity | None) -> _Row:
    """Two columns; both None where there is no quantity."""
    return {
        f"{name}_lo": quantity.lo if quantity else None,
        f"{name}_hi": quantity.hi if quantity else None,
    }


def _result_row(result: Result) -> _Row:
    cost = result.cost
    return {
        "ambito": result.ambito,
        "year": result.year,
        "rule": result.rule,
        "title": result.title,
        "category": result.category,
        "verdict": str(result.verdict),
        "fragile": result.is_fragile,
        "within_tolerance": result.is_within_tolerance,
        "forecast": result.is_forecast,
        "synthetic": result.is_synthetic,
        "rank": result.rank,
        **_ends("relative_gap", result.relative_gap),
        **_ends("cost", cost),
        "cost_unit": cost.unit if cost else None,
        "missing": result.missing,
        "deciding": result.deciding,
        "assumptions": result.assumptions,
    }


def _requirement_row(result: Result, requirement: Requirement) -> _Row:
    gap = requirement.gap
    cost = gap.cost if gap else None
    return {
        "ambito": result.ambito,
        "year": result.year,
        "rule": result.rule,
        "requirement": requirement.name,
        "verdict": str(requirement.verdict),
        "synthetic": result.is_synthetic,
        "kind": gap.kind.value if gap else None,
        **_ends("gap", gap.amount if gap else None),
        "unit": gap.amount.unit if gap else None,
        "lever": gap.lever if gap else None,
        **_ends("cost", cost),
        "cost_unit": cost.unit if cost else None,
        "failing": gap.failing if gap else (),
    }


def _computed_row(computed: Computed) -> _Row:
    amount = computed.amount
    return {
        "ambito": computed.ambito,
        "year": computed.year,
        "name": computed.name,
        **_ends("amount", amount),
        "unit": amount.unit if amount else None,
        "value": computed.value,
    }


def _rows(results: "Results", table: str) -> Iterator[_Row]:
    if table == "results":
        return (_result_row(each) for each in results)
    if table == "requirements":
        return (_requirement_row(each, one) for each in results for one in each.requirements)
    if table == "computed":
        return (_computed_row(each) for each in results.computed)
    raise ValueError(f"no table {table!r}; there are: results, requirements, computed")


def frame(results: "Results", table: str) -> "pandas.DataFrame":
    try:
        import pandas
    except ImportError:
        raise ImportError(
            "to_pandas needs pandas, which is not installed (on Debian: the package "
            "python3-pandas); without it, iterate over the results or read their json"
        ) from None
    # As objects: pandas would make floats of None and of whole numbers that stand beside it.
    rows = list(_rows(results, table))
    return pandas.DataFrame(rows, dtype=object).infer_objects()
