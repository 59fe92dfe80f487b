#!/usr/bin/env python3
"""Checks that the session which calls every function does call every function.

usage: check_session.py SYMBOLS SESSION.cpp
"""
import pathlib
import re
import sys

symbols = pathlib.Path(sys.argv[1]).read_text().split()
called = set(re.findall(r"\bleps_\w+", pathlib.Path(sys.argv[2]).read_text()))
missing = [symbol for symbol in symbols if symbol not in called]
for symbol in missing:
    print(f"{symbol} is exported, and the session does not call it")
print(f"{len(symbols)} functions, {len(missing)} not called")
sys.exit(1 if missing or not symbols else 0)
