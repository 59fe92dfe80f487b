#!/usr/bin/env bash
# Counts the instructions of `leps check` on one Ambito, under callgrind: the same on every machine
# of one architecture, to within a few parts in a thousand. bash tests/bench/instructions.sh [LEPS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
leps=${1:-build/release/leps}
data=fixtures/sintetici/ambito_sintetico.yaml

count() {  # NAME ARGUMENTS…
  local name=$1 out
  shift
  out=$(mktemp)
  valgrind --tool=callgrind --callgrind-out-file="$out" "$leps" "$@" >/dev/null 2>"$out.log" ||
    [[ $? -eq 1 ]] || { cat "$out.log" >&2; exit 1; }
  printf '%-22s %15s instructions\n' "$name" \
    "$(sed -n 's/^summary: *\([0-9]*\).*/\1/p; s/^totals: *\([0-9]*\).*/\1/p' "$out" | head -n 1)"
  rm -f "$out" "$out.log"
}

count 'start (--version)' --version
count 'check, text' check --data "$data" --format text
count 'check, json' check --data "$data" --format json
count 'check, html' check --data "$data" --format html
