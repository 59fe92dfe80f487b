#!/usr/bin/env bash
# Sets up everything and builds the npm package, build/wasm/npm: `bash bindings/js/build.sh`. The
# first time takes a while: it compiles the engine and its libraries to WebAssembly.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

mkdir -p build
bash tests/setup.sh wasm
bash bindings/js/libraries.sh
cmake --preset wasm >build/configure-wasm.log 2>&1 || { cat build/configure-wasm.log >&2; exit 1; }
cmake --build --preset wasm
