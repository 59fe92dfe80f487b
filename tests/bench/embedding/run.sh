#!/usr/bin/env bash
# What embedding costs, beside the same levels in two peers: bash tests/bench/embedding/run.sh [SECONDS]
# GoRules ZEN and publicodes come from npm, at the versions of package.json, into build/bench-peers.
# The C library is built as users build it; the npm package and the wheel are measured where they
# have been built (bindings/js/build.sh, tests/run.sh).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../../.."
seconds=${1:-3}
rules=$here/livelli.leps
data=$here/data.json
peers=$PWD/build/bench-peers

if ! command -v npm >/dev/null; then
  echo "manca npm, che porta i due da confrontare: apt-get install npm" >&2
  exit 1
fi
mkdir -p build "$peers"
cp "$here/package.json" "$peers/"
(cd "$peers" && npm install --silent --no-audit --no-fund --no-package-lock)
cmake --preset bench >build/configure-bench.log
cmake --build --preset bench --target embedding >build/build-bench.log
library=$(find build/bench/bindings/c -maxdepth 1 -name 'libleps.so.*.*' | head -n 1)

echo "== leps in C, one thread"
build/bench/tests/bench/embedding "$rules" "$data" "$seconds"
strip --strip-unneeded -o build/bench/stripped.so "$library"
printf 'library, stripped\t%s\tkB\n' "$(($(stat -c %s build/bench/stripped.so) / 1000))"
site=build/dev/tests/python/site  # what the wheel installs, as tests/run.sh leaves it
if [[ -d $site/leps ]]; then
  echo "== leps in Python"
  PYTHONPATH=$site /usr/bin/python3 "$here/embedding.py" "$rules" "$data" "$seconds"
fi
if [[ -f build/wasm/npm/leps.js ]]; then
  echo "== Node: GoRules ZEN, publicodes, leps as WebAssembly"
  node "$here/peers.mjs" "$peers" "$PWD/build/wasm/npm" "$seconds"
  printf 'WebAssembly\t%s\tkB\n' "$(($(stat -c %s build/wasm/npm/leps_engine.wasm) / 1000))"
else
  echo "manca build/wasm/npm: bash bindings/js/build.sh" >&2
  exit 1
fi
