"""The package knows leps.h as it is: every function, every struct, every number of an enum."""
import ctypes
import inspect
import math
import pathlib
import re

import pytest

import leps
from leps import _calls, _read, _structs
from leps._library import lib

HEADER = pathlib.Path(leps.__file__).with_name("leps.h").read_text(encoding="utf-8")
CODE = re.sub(r"/\*.*?\*/|^[ \t]*#(?:\\\n|.)*?$", "", HEADER, flags=re.DOTALL | re.MULTILINE)

STRUCTS = {
    "leps_text": _structs.Text,
    "leps_control": _structs.Control,
    "leps_compile_options": _structs.CompileOptions,
    "leps_load_options": _structs.LoadOptions,
    "leps_evaluate_options": _structs.EvaluateOptions,
    "leps_change": _structs.Change,
}
ENUMS = {
    "leps_severity": (_read.SEVERITIES, "LEPS_SEVERITY_"),
    "leps_verdict": (_read.VERDICTS, "LEPS_"),
    "leps_gap_kind": (_read.GAP_KINDS, "LEPS_GAP_"),
    "leps_step_kind": (_read.STEP_KINDS, "LEPS_STEP_"),
    "leps_stage": (_calls._STAGES, "LEPS_STAGE_"),
}


FUNCTIONS = re.findall(r"LEPS_API[^;(]*?(\w+)\(", CODE)

# What Python does not ask of the library, and why. Where it answers by itself, tests below compare.
NOT_ASKED = {
    "leps_abi_range": "the package has its own library, which must be of the header's very version",
    "leps_has_feature": "`in features()`",
    "leps_examples_failed": "`len(examples.failed)`",
    "leps_gap_lever_goes_down": "Gap.lever_goes_down is made of leps_gap_lever_way",
    "leps_break_even_is_upper_bound": "BreakEven.is_upper_bound is made of leps_break_even_way",
    "leps_verdict_word": "the values of Verdict are the words",
    "leps_quantity_is_known": "Quantity.is_known compares the ends",
    "leps_quantity_lo_double": "`float(quantity.lo)` is the nearest double",
    "leps_quantity_hi_double": "`float(quantity.hi)`",
}


def test_every_function_of_the_library_is_declared():
    assert len(FUNCTIONS) == len(re.findall(r"LEPS_API", CODE)) > 100
    for name in FUNCTIONS:
        assert getattr(lib, name).argtypes is not None, name


def test_every_function_of_the_library_is_asked_or_need_not_be():
    asked = set()
    for source in pathlib.Path(leps.__file__).parent.glob("*.py"):
        # Called, or named to be called: what frees a handle.
        asked |= set(re.findall(r"\blib\.(leps_\w+)|\"(leps_\w+_free)\"", source.read_text("utf-8")))
    asked = {one or another for one, another in asked}
    assert asked <= set(FUNCTIONS)
    assert set(FUNCTIONS) - asked == NOT_ASKED.keys()


def test_what_a_builder_may_describe_is_what_the_header_lists():
    comment = re.search(r"/\*((?:(?!\*/).)*)\*/\s*LEPS_API leps_status leps_builder_describe", HEADER, re.S)
    words = re.findall(r"`(\w+)`", comment.group(1))
    keywords = [each.name for each in inspect.signature(leps.Builder.ambito).parameters.values()
                if each.kind is each.KEYWORD_ONLY]
    assert sorted(keywords) == sorted(set(words) - {"gruppi"})  # these have AmbitoYear.group


def test_types_of_some_functions():
    assert lib.leps_results_at.restype is ctypes.c_void_p
    assert lib.leps_results_at.argtypes[1:] == [ctypes.c_size_t]
    assert lib.leps_results_at.argtypes[0].kind == "leps_results"
    assert lib.leps_result_rule.argtypes == [ctypes.c_void_p]
    assert lib.leps_verdict_word.argtypes == [ctypes.c_int]
    assert lib.leps_verdict_word.restype is ctypes.c_char_p
    assert lib.leps_result_possible.restype is ctypes.c_uint32
    assert lib.leps_version.argtypes == []
    assert lib.leps_results_free.restype is None


def test_a_handle_is_taken_for_no_other_kind(small, small_results):
    with pytest.raises(ctypes.ArgumentError, match="leps_rulebook is asked for, not leps_results"):
        lib.leps_rulebook_file_count(small_results._open())
    with pytest.raises(ctypes.ArgumentError, match="leps_rulebook is asked for, not '7'"):
        lib.leps_rulebook_file_count("7")
    kinds = set(re.findall(r"LEPS_API void (\w+)_free", CODE))
    taken = {
        getattr(each, "kind", None) for name in FUNCTIONS for each in getattr(lib, name).argtypes
    }
    assert taken - {None} == kinds and len(kinds) == 8


def size_of(declared):
    """Of a field such as `size_t max_memory`, `bool (*cancelled)(void *user)`, `int year`."""
    if "*" in declared:
        return ctypes.sizeof(ctypes.c_void_p)
    return {"size_t": ctypes.sizeof(ctypes.c_size_t), "uint64_t": 8, "int": 4}[declared.split()[0]]


def test_structs_have_the_fields_of_the_header():
    declared = dict(re.findall(r"typedef struct (\w+) \{(.*?)\} \w+;", CODE, re.DOTALL))
    assert declared.keys() == STRUCTS.keys()
    for name, body in declared.items():
        fields = [each.strip() for each in body.split(";") if each.strip()]
        names = [re.search(r"\(\*(\w+)\)|(\w+)$", each).group(1, 2) for each in fields]
        ours = STRUCTS[name]
        assert [one or another for one, another in names] == [field for field, _ in ours._fields_]
        sizes = [getattr(ours, field).size for field, _ in ours._fields_]
        assert sizes == [size_of(each) for each in fields], name


def test_enums_have_the_numbers_of_the_header():
    for name, (members, prefix) in ENUMS.items():
        body = re.search(rf"typedef enum {name} LEPS_INT \{{(.*?)\}}", CODE, re.DOTALL).group(1)
        numbers = re.findall(r"(\w+) = (\d+)", body)
        assert numbers == [(prefix + each.name, str(i)) for i, each in enumerate(members)]


def test_verdicts_are_the_words_of_the_library():
    for number, verdict in enumerate(_read.VERDICTS):
        assert lib.leps_verdict_word(number).decode() == verdict.value
    assert lib.leps_verdict_word(len(_read.VERDICTS)) is None


def test_features_are_those_that_the_library_has():
    assert leps.features() and all(lib.leps_has_feature(each.encode()) for each in leps.features())
    assert not lib.leps_has_feature(b"xls") and "xls" not in leps.features()


def test_ends_of_quantities_are_what_the_library_makes_of_them(invented, small):
    builder = leps.Builder()
    ambito = builder.ambito("prova", 2025)
    ambito["popolazione"], ambito["assistenti"] = 125001, (4, None)
    seen = set()
    for results in (invented, small.evaluate(small.load(builder))):
        for i in range(len(results)):
            result = lib.leps_results_at(results._open(), i)
            for k in range(lib.leps_result_requirement_count(result)):
                gap = lib.leps_requirement_gap(lib.leps_result_requirement(result, k))
                if gap is None:
                    continue
                pointer = lib.leps_gap_amount(gap)
                read = _read.quantity(pointer)
                seen.add(read)
                assert read.is_known == lib.leps_quantity_is_known(pointer)
                assert lib.leps_quantity_lo_double(pointer) == _double(read.lo, -math.inf)
                assert lib.leps_quantity_hi_double(pointer) == _double(read.hi, math.inf)
    assert any(each.is_known and each.lo.denominator > 1 for each in seen)
    assert any(each.lo != each.hi for each in seen)


def _double(end, unbounded):
    return unbounded if end is None else float(end)
