"""Bounds are tight where each datum occurs once: the ends of an amount are reached at corners of what is unknown.

Only amounts that go one way as each of their data grows: sums, differences, products with a number, `min`, `max`.
"""
from itertools import product

from harness import bounds, only_bounds
from wild_data import is_known
from wild_values import Span, Values

MOST = 6  # data that are unknown at once


def ends(pack, name, case):
    """The least and the most of an amount, or None where nothing is promised of it."""
    leaves = []
    if not _once(pack, ("name", name), leaves) or len(set(leaves)) != len(leaves):
        return None
    corners = []
    for leaf in leaves:
        found, datum = case[2025]["data"][leaf], pack.data[leaf]
        if is_known(found):
            continue
        lo, hi = (found.lo, found.hi) if isinstance(found, Span) else (datum.lo, datum.hi)
        if lo is None or hi is None:
            return None
        corners.append([(leaf, lo), (leaf, hi)])
    if len(corners) > MOST:
        return None
    values = []
    for corner in product(*corners):
        data = case[2025]["data"] | dict(corner)
        values.append(Values(pack, case | {2025: case[2025] | {"data": data}})(("name", name)))
    return min(values), max(values)


def _once(pack, formula, leaves):
    """Whether a formula is made of what goes one way; its data are added to `leaves`."""
    kind = formula[0]
    if kind == "number":
        return True
    if kind == "name":
        name = formula[1]
        if name in pack.amounts:
            return _once(pack, pack.amounts[name][1], leaves)
        leaves.append(name)
        if pack.kin(name):
            return False
        return pack.data[name].if_missing is None and pack.data[name].is_number()
    if kind == "/" and formula[2][0] != "number":
        return False
    if kind == "round":
        return _once(pack, formula[2], leaves)
    return kind in ("+", "-", "*", "/", "min", "max") and all(_once(pack, part, leaves) for part in formula[1:])


def check(pack, case, computed, same):
    """`same(name, kind, at, found, expected)` is told of each."""
    for name in pack.amounts:
        found = ends(pack, name, case)
        if found is not None:
            same(name, "truth: tight", "ends", only_bounds(computed[2025, name]), bounds(*found))
