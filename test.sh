#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test. Needs the .NET SDK; installs redis-server, and a linker for Native AOT,
# where apt-get can.
# Arguments go to `dotnet test`:  ./test.sh --filter FullyQualifiedName~Conformance
# The last line says `N passed, N failed`; the exit code is 0 only if tests ran, none failed and Redis was there to test on.
set -euo pipefail
cd "$(dirname "$0")"

results=$(mktemp -d)
passed=0 failed=0 skipped=0

finish() {
  local code=$?
  rm -rf "$results"
  local line="$passed passed, $failed failed"
  ((skipped == 0)) || line+=", $skipped skipped"
  ((code != 0 || (failed == 0 && passed > 0))) || code=1
  echo "$line"
  exit "$code"
}
trap finish EXIT

install() {
  local as_root=()
  command -v apt-get >/dev/null || return 1
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo -n)
  fi
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

# The sum of one attribute of <Counters> over the result files.
count() {
  { grep -ho '<Counters [^>]*' "$results"/*.trx 2>/dev/null || true; } |
    { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

if ! command -v redis-server >/dev/null; then
  echo "redis-server is missing; installing it with apt-get."
  install redis-server || echo "It could not be installed." >&2
fi
if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
  echo "No C linker for Native AOT; installing clang with apt-get."
  install clang zlib1g-dev || echo "It could not be installed; the tests of Native AOT will fail." >&2
fi
command -v redis-server >/dev/null && redis=found || redis=missing

dotnet build rom.sln -c Release -warnaserror -maxcpucount:2 -nologo -verbosity:minimal

code=0
dotnet test rom.sln -c Release --no-build --nologo --results-directory "$results" \
  --logger "console;verbosity=minimal" --logger trx "$@" || code=$?

total=$(count total) executed=$(count executed) passed=$(count passed)
# What ran and did not pass: failed, in error, timed out or aborted. What was not executed was ignored.
failed=$((executed - passed)) skipped=$((total - executed))

if [[ $redis == missing ]]; then
  echo "redis-server is missing, so no test ran on Redis. Install it: apt-get install redis-server." >&2
  code=1
fi
exit "$code"
