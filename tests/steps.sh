# Steps that are counted, for .ci/run and tests/long.sh: `. tests/steps.sh`. Each step is run whatever
# became of those before it; `finish` says `N passed, N failed`, and fails where one did.
passed=0
failed=0

step() {  # NAME COMMAND…
  local name=$1
  shift
  printf '\n== %s (minute %d)\n' "$name" $((SECONDS / 60))
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$name"
  fi
}

build() {  # PRESET: quietly, unless it fails
  mkdir -p build
  cmake --preset "$1" >"build/configure-$1.log" 2>&1 || { cat "build/configure-$1.log"; return 1; }
  cmake --build --preset "$1" >"build/build-$1.log" 2>&1 || { tail -n 200 "build/build-$1.log"; return 1; }
}

finish() {
  printf '\nminute %d\n%d passed, %d failed\n' $((SECONDS / 60)) "$passed" "$failed"
  exit $((failed > 0))
}
