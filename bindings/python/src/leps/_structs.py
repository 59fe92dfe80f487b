"""The structs of leps.h that a caller fills in, field by field as the header has them."""

import ctypes

CANCELLED = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p)
PROGRESS = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_size_t
)
LOG = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p)
INCLUDE = ctypes.CFUNCTYPE(
    ctypes.c_bool, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p
)


class Text(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_char_p),
        ("text", ctypes.c_char_p),
        ("length", ctypes.c_size_t),
    ]


class Control(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("user", ctypes.c_void_p),
        ("cancelled", CANCELLED),
        ("progress", PROGRESS),
        ("log", LOG),
        ("max_milliseconds", ctypes.c_uint64),
        ("max_memory", ctypes.c_size_t),
        ("max_input", ctypes.c_size_t),
        ("max_results", ctypes.c_size_t),
        ("max_nesting", ctypes.c_size_t),
    ]


class CompileOptions(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("control", ctypes.POINTER(Control)),
        ("include", INCLUDE),
        ("include_user", ctypes.c_void_p),
    ]


class LoadOptions(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("control", ctypes.POINTER(Control))]


class EvaluateOptions(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("control", ctypes.POINTER(Control)),
        ("ordering", ctypes.c_char_p),
        ("ambiti", ctypes.POINTER(ctypes.c_char_p)),
        ("ambito_count", ctypes.c_size_t),
        ("year", ctypes.c_int),
    ]


class Change(ctypes.Structure):
    _fields_ = [
        ("ambito", ctypes.c_char_p),
        ("year", ctypes.c_int),
        ("datum", ctypes.c_char_p),
        ("value", ctypes.c_char_p),
    ]


def text_array(files: list[tuple[str, bytes]]) -> "ctypes.Array[Text]":
    """Files as the array that the library reads; the bytes live as long as it does."""
    return (Text * len(files))(
        *(Text(encoded(name), content, len(content)) for name, content in files)
    )


def encoded(text: object) -> bytes:
    """A name or a value as the library takes it. ValueError where no C string could hold it."""
    if not isinstance(text, str):
        raise TypeError(f"a text is asked for, not {text!r}")
    try:
        read = str.encode(text)  # not text.encode(), which a class of its own may have otherwise
    except UnicodeEncodeError:
        raise ValueError(f"not Unicode text: {text!r}") from None
    if b"\0" in read:
        raise ValueError(f"a NUL character inside {text!r}")
    return read


def year_number(year: object) -> int:
    """A year as the library takes it. Of a longer number ctypes would pass the last bits alone."""
    if isinstance(year, bool) or not isinstance(year, int):
        raise TypeError(f"a year is an int, not {year!r}")
    if ctypes.c_int(year).value != year:
        raise ValueError(f"{year} is not a year")
    return year
