#!/usr/bin/env bash
# Runs a program under valgrind: fails on a leak, a bad access or a crash, whatever it says itself.
# usage: check_leaks.sh VALGRIND PROGRAM [ARGUMENT...]
set -u
valgrind=$1
shift
"$valgrind" --quiet --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all \
  --error-exitcode=99 "$@" >/dev/null
[ $? -lt 99 ]  # 99: a leak; above it: the program ended by a signal, or never began
