"""Reads leps.h, which lies beside this file: what each function takes and answers, for ctypes.

The header is the one description of the library; a second one, written for Python, would only have
to be kept true.
"""

import ctypes
import re
from typing import Any

from leps._owned import parameter

_NO_CODE = re.compile(r"/\*[\s\S]*?\*/|^[ \t]*#(?:\\\n|.)*$", re.MULTILINE)
_FUNCTION = re.compile(r"LEPS_API\s+([^;(]*?)(\w+)\(([^;]*)\);")
_ENUM = re.compile(r"typedef enum (\w+)")
_FREE = re.compile(r"LEPS_API void (\w+)_free\(")

_TYPES: dict[str, Any] = {
    "void": None,
    "bool": ctypes.c_bool,
    "int": ctypes.c_int,
    "unsigned": ctypes.c_uint,
    "size_t": ctypes.c_size_t,
    "uint32_t": ctypes.c_uint32,
    "uint64_t": ctypes.c_uint64,
    "double": ctypes.c_double,
}


def _type_of(declared: str, enums: set[str]) -> Any:
    """The ctypes type of `const char *`, `size_t`, `leps_gap **`."""
    words = declared.replace("const", "").split()
    bare = "".join(words)
    if bare == "char*":
        return ctypes.c_char_p
    if bare.endswith("*"):
        return ctypes.c_void_p
    return ctypes.c_int if bare in enums else _TYPES[bare]


def _parameter_type(declared: str, enums: set[str], handles: dict[str, Any]) -> Any:
    """The same of a parameter, which has a name at its end; a handle is checked for its kind."""
    declared = re.sub(r"\w+$", "", declared.strip())
    bare = "".join(declared.replace("const", "").split())
    return handles.get(bare) or _type_of(declared, enums)


def declare(library: ctypes.CDLL, header: str) -> None:
    """Gives every function that the header declares its types."""
    code = _NO_CODE.sub("", header)
    enums = set(_ENUM.findall(code))
    handles = {f"{kind}*": parameter(kind) for kind in _FREE.findall(code)}
    for answer, name, parameters in _FUNCTION.findall(code):
        function = getattr(library, name)
        function.restype = _type_of(answer, enums)
        function.argtypes = (
            []
            if parameters.strip() == "void"
            else [_parameter_type(each, enums, handles) for each in parameters.split(",")]
        )


def abi_version(header: str) -> int:
    """The binary interface that the header describes."""
    found = re.search(r"^#define LEPS_ABI_VERSION (\d+)$", header, re.MULTILINE)
    if not found:
        raise ImportError("leps.h beside the package does not say its LEPS_ABI_VERSION")
    return int(found.group(1))
