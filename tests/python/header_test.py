"""The package knows leps.h as it is: every function, every struct, every number of an enum."""
import ctypes
import pathlib
import re

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


def test_every_function_of_the_library_is_declared():
    functions = re.findall(r"LEPS_API[^;(]*?(\w+)\(", CODE)
    assert len(functions) == len(re.findall(r"LEPS_API", CODE)) > 100
    for name in functions:
        assert getattr(lib, name).argtypes is not None, name


def test_types_of_some_functions():
    assert lib.leps_results_at.restype is ctypes.c_void_p
    assert lib.leps_results_at.argtypes == [ctypes.c_void_p, ctypes.c_size_t]
    assert lib.leps_verdict_word.argtypes == [ctypes.c_int]
    assert lib.leps_verdict_word.restype is ctypes.c_char_p
    assert lib.leps_result_possible.restype is ctypes.c_uint32
    assert lib.leps_version.argtypes == []
    assert lib.leps_results_free.restype is None


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
