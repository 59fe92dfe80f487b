#!/usr/bin/env bash
# Fuzzes every reader, and the C API, for a while: bash tests/fuzz/run.sh [SECONDS for each, 60]
# What is found stays in build/fuzz/found; what is worth keeping goes into tests/fuzz/corpus, where
# every build replays it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
programs=build/fuzz/tests/fuzz

fuzz() {  # READER MAX_LEN SEED_FOLDER…
  local reader=$1 longest=$2
  shift 2
  mkdir -p "build/fuzz/found/$reader"
  echo "fuzz: $reader, $seconds s"
  "$programs/${reader}_fuzz" -seed=20250101 -max_total_time="$seconds" -runs=5000000 \
    -max_len="$longest" -timeout=10 -rss_limit_mb=4096 -dict="$programs/keywords.dict" \
    -artifact_prefix="build/fuzz/found/" -print_final_stats=1 -verbosity=0 \
    "build/fuzz/found/$reader" "$@"
}

fuzz rules 8192 tests/fuzz/corpus/rules rules
fuzz data 4096 tests/fuzz/corpus/data fixtures
fuzz sheets 4096 tests/fuzz/corpus/sheets
fuzz capi 2048 tests/fuzz/corpus/capi
