#!/usr/bin/env python3
"""Writes the seeds of capi_fuzz whose names promise something, as capi_machine.cpp reads bytes.

usage: make_capi_seeds.py FOLDER        (tests/fuzz/corpus/capi)

capi_seeds_test.cpp holds that each does what its name says: where the machine reads its bytes in
another way, change this script, run it, and look at what the test says.
"""
import pathlib
import sys

WORDS = ["", "lago", "popolazione", "operatori", "attivo", "sedi", "posti", "12", "[0, 4]", "sì", "n.d."]
NONE, NO, YES = 0, 1, 0  # a choice of one in two, four or eight is taken where the byte divides


def word(text):
    return [WORDS.index(text)] if text else [NONE]


def given(cancelled=None, results=None, input=None, nesting=None):
    """The leps_control of a call: after how many questions it is cancelled, and its limits."""
    limits = [[NO] if each is None else [YES, each] for each in (results, input, nesting)]
    return [cancelled or 0, NO if cancelled is None else YES, *sum(limits, []), YES]


FREELY = [0, NO, NO, NO, NO, NO]


def compile(control=FREELY, pack=0, include=None):
    """`include`: what the callback does, as it reads it; None: there is none."""
    called = [NO] if include is None else [YES]
    return [*control, 0, *called, NONE, pack, *(include or []), 0, 0]


def load(control=FREELY):
    return [*control, 1, YES, 0, 0, 0, 0]


def evaluate(control=FREELY):
    return [*control, 2, NO, NONE, NO, NO, 0, 0, 0]


def what_if(control=FREELY, to=0):
    return [*control, 3, *word("lago"), *word("operatori"), *word("12"), 0, to, 0]


def build(*calls):
    return [*FREELY, 4, 0, len(calls), *sum(calls, [])]


def begin(ambito, year):
    return [*word(ambito), NONE, 0, year - 2020]


def set_to(datum, value):
    return [*word(datum), *word(value), 7]


def row(name):
    return [*word(name), NONE, 3]


def field(name, value):
    return [*word(name), *word(value), 4]


def finish(control=FREELY):
    return [*control, 5, 0, 0, 0, 0]


def explain(results=0):
    return [*FREELY, 6, results, results, 0, 0, 12, *word("operatori"), 0]


def judge(control=FREELY):
    return [*control, 7, 0, 0, 0]


def free(results=None):
    """Everything of the first slot but results, of which it frees those that are named."""
    return [*FREELY, 8, 0, 0, 0, *([NO] if results is None else [YES, results]), 3]


LAYER = 2
GIVES_THE_PACK = [0, 1, YES]  # its text, a name, and it has it
GIVES_NO_NAME = [0, NONE, YES]
HAS_NONE = [0, 1, NO]

SEEDS = {
    "cancelled": [
        compile(given(cancelled=3)), compile(), load(given(cancelled=0)), load(),
        evaluate(given(cancelled=0)), evaluate(), what_if(given(cancelled=0)), evaluate(),
        judge(given(cancelled=2)), what_if(),
    ],
    "limited": [
        compile(given(input=100)), compile(given(nesting=1)), compile(), load(given(input=10)),
        build(set_to("popolazione", "12"), begin("sedi", 2025), set_to("popolazione", "12")),
        finish(), evaluate(given(results=1)), evaluate(given(results=2)),
    ],
    "freed_in_between": [
        compile(), load(), evaluate(), free(), what_if(to=1), explain(results=1), free(results=0),
        explain(results=1), free(results=1), free(),
    ],
    "included": [
        compile(pack=LAYER, include=GIVES_THE_PACK), load(), evaluate(), judge(),
    ],
    "builder_out_of_order": [
        compile(), finish(), build(field("posti", "12"), row("sedi"), field("posti", "12")),
        build(begin("lago", 2024), field("posti", "12"), row("posti"), field("sedi", "12")),
        finish(), build(row("sedi"), field("posti", "n.d."), set_to("operatori", None)), finish(),
    ],
    "included_nothing": [
        compile(pack=LAYER), compile(pack=LAYER, include=HAS_NONE),
        compile(pack=LAYER, include=GIVES_NO_NAME), load(),
    ],
}


def main(folder):
    for name, calls in SEEDS.items():
        (pathlib.Path(folder) / name).write_bytes(bytes(sum(calls, [])))


if __name__ == "__main__":
    main(*sys.argv[1:])
