#!/usr/bin/env bash
# Runs a program under valgrind: fails on a leak or a bad access, whatever the program itself says.
# usage: check_leaks.sh VALGRIND PROGRAM [ARGUMENT...]
set -u
valgrind=$1
shift
"$valgrind" --quiet --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all \
  --error-exitcode=99 "$@" >/dev/null
[ $? -ne 99 ]
