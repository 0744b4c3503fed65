#!/usr/bin/env bash
# Builds everything and runs every test. The last line is "N passed, N failed", with ", N skipped" when some were.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

passed=0
failed=0
skipped=0
log=$(mktemp)

# Says the summary last, whatever happened, and keeps the exit code.
finish() {
  local code=$?
  rm -f "$log"
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
  fi
  if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi
  exit "$code"
}

stop() {
  rm -f "$log"
  echo "$1" >&2
  exit 1
}

command -v dotnet >/dev/null || stop "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download"
dotnet --list-sdks | grep -q '^10\.' || stop "The .NET SDK 10 is needed, this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')"
command -v node >/dev/null || stop "Node.js 20 or newer is needed: https://nodejs.org"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node.js 20 or newer is needed, this machine has $(node --version)."

# The browser tests drive a real Chromium, and the Chinese pages want a font that can write them. The torture compiles a layer
# between the program and its disk, and has strace fail its syncs.
lacking=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || lacking+=(chromium)
{ command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family)" ]; } || lacking+=(fonts-noto-cjk)
if [ "$(uname -s)" = Linux ]; then
  command -v cc >/dev/null || lacking+=(gcc libc6-dev)
  command -v strace >/dev/null || lacking+=(strace)
fi
if [ "${#lacking[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    echo "Installing ${lacking[*]}"
    apt-get -qq -o DPkg::Lock::Timeout=600 update
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 install "${lacking[@]}"
  else
    echo "Some tests need: ${lacking[*]}. Install them to run these tests, too."
  fi
fi

trap finish EXIT

# What a runner printed last as "<label> <number>", perhaps behind a sign of its own.
count() {
  local number
  number=$(sed -nE "s/^[[:space:]]*([^[:space:]]+ )?$1:? +([0-9]+)\r?$/\2/p" "$log" | tail -n 1)
  echo "${number:-0}"
}

# The scripts and styles of the pages.
script() {
  node -e 'process.exit(require("./package.json").scripts?.[process.argv[1]] ? 0 : 1)' "$1"
}

cd wwwroot-assets
stamp=node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ] || [ package.json -nt "$stamp" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch "$stamp"
fi
code=0
if script test; then
  npm test --silent 2>&1 | tee "$log" || code=1
  passed=$((passed + $(count pass)))
  failed=$((failed + $(count fail)))
  skipped=$((skipped + $(count skipped) + $(count todo)))
fi
if script check && ! npm run check --silent; then
  failed=$((failed + 1))
  code=1
fi
cd ..

# Everything in .NET.
solution=Sensoro.Dashboard.sln
locked=()
if [ "${CI:-}" = true ]; then
  locked=(--locked-mode)
fi
dotnet restore "$solution" -v quiet "${locked[@]}"
if ! node .ci/audit.mjs; then
  failed=$((failed + 1))
  code=1
fi
dotnet build "$solution" --no-restore -v quiet -nologo
dotnet test "$solution" --no-build 2>&1 | tee "$log" || code=$?
passed=$((passed + $(count succeeded)))
failed=$((failed + $(count failed)))
skipped=$((skipped + $(count skipped)))
exit "$code"
