#!/usr/bin/env bash
# The one test command: style, lints, Rust tests, a repeatable build of the demo, and the browser suite on what was built.
# It installs what it needs and is missing (Chromium, Chinese fonts, Node.js, strace, OpenSSH, the suite's packages); Rust must be there.
set -euo pipefail
cd "$(dirname "$0")/.."
repo=$PWD
today=2026-11-22
content_limit=$((11 * 1024 * 1024 / 2))
page_budget=$((60 * 1024))
node_needed=20.19.0
tools=$repo/target/e2e-tools
readers=$repo/target/readers
provers=$repo/target/provers

current=start
tmp=$(mktemp -d)
finish() {
  local code=$?
  rm -rf "$tmp"
  if [ "$code" -ne 0 ]; then printf '\nFAILED: %s (exit %d)\n' "$current" "$code" >&2; fi
}
trap finish EXIT

step() {
  current=$1
  printf '\n== %s (%d s) ==\n' "$current" "$SECONDS"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# Installs Debian packages, or says which ones a person has to install.
install_packages() {
  if command -v apt-get >/dev/null &&
    as_root apt-get -q update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"; then
    return
  fi
  printf 'Please install these packages and try again: %s\n' "$*" >&2
  return 1
}

has_browser() { [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; }
has_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-tw)" ]; }
has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = [process.versions.node, process.argv[1]].map((v) => v.split(".").map(Number));
      process.exit(a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]) ? 0 : 1)' "$node_needed"
}

# Debian's own Node.js may be too old; the package registry has newer ones, built for each machine.
install_node() {
  command -v npm >/dev/null || install_packages nodejs npm
  has_node && return
  local arch
  case $(uname -m) in
    x86_64) arch=x64 ;;
    aarch64) arch=arm64 ;;
    *) printf 'Please install Node.js %s or newer and try again.\n' "$node_needed" >&2 && return 1 ;;
  esac
  npm install --prefix "$tools" --no-save --no-audit --no-fund "node-linux-$arch@22"
  export PATH="$tools/node_modules/node-linux-$arch/bin:$PATH"
}

install_missing() {
  local missing=()
  has_browser || missing+=(chromium)
  has_chinese_font || missing+=(fontconfig fonts-noto-cjk)
  command -v strace >/dev/null || missing+=(strace)
  command -v ssh-keygen >/dev/null || missing+=(openssh-client)
  if [ ${#missing[@]} -gt 0 ]; then install_packages "${missing[@]}"; fi
  has_node || install_node
  node --version
  # An unchanged lock file means that the installed packages still are the right ones.
  if ! [ tests/e2e/node_modules/.package-lock.json -nt tests/e2e/package-lock.json ]; then
    npm ci --prefix tests/e2e --no-audit --no-fund
  fi
}

# Python libraries, in a place of their own.
install_libraries() {
  local place=$1 requirements=$2
  if ! [ "$place/done" -nt "$requirements" ]; then
    python3 -m venv "$place" || { install_packages python3-venv && python3 -m venv "$place"; }
    "$place/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
    touch "$place/done"
  fi
}

# The repository stands on its own: it names no folder beside it and no package registry (lock files excepted, which
# the package managers write). The brackets keep the pattern from finding itself.
stands_alone() {
  local pattern='(\.\.|/work)/[s]hared|crates[.]io|registry[.]npmjs[.]org|pypi[.]org|deb[.]debian[.]org'
  local status=0
  git grep -nIE "$pattern" -- . ':(exclude,glob)**/Cargo.lock' ':(exclude,glob)**/package-lock.json' || status=$?
  [ "$status" -eq 1 ]
}

# Ten seconds for each target: guided by coverage where a machine has what it takes, else mutations of the kept inputs,
# others than `cargo test` has run before.
fuzz() {
  cargo update --quiet --workspace --locked --manifest-path fuzz/Cargo.toml # else its lock is behind ours
  if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
    echo 'no nightly compiler with cargo-fuzz here: mutations of the kept inputs'
    FUZZ_SECONDS=10 cargo test --locked --test fuzz_corpus -- --nocapture
    return
  fi
  cargo +nightly fuzz build -s none
  local target
  for target in $(cargo +nightly fuzz list); do
    mkdir -p "$tmp/fuzz/$target" "fuzz/regressions/$target"
    cargo +nightly fuzz run -s none "$target" "$tmp/fuzz/$target" "fuzz/corpus/$target" "fuzz/regressions/$target" -- \
      -max_total_time=10 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0
  done
}

# A copy of a folder whose files come in the opposite order, each with another time: into memory where that is a file
# system of its own, since it lists names in the order they came, and a disk does not.
copy_reversed() {
  mkdir -p "$2"
  (cd "$1" && find . -type f | LC_ALL=C sort -r | while IFS= read -r path; do
    mkdir -p "$2/${path%/*}"
    cp "$path" "$2/$path"
    touch -d '1999-12-31 23:59:59' "$2/$path"
  done)
  chmod -R a+rX "$2"
}

names() { (cd "$1" && find . -type f); }

# Somebody else, where we may be somebody else.
as_nobody() {
  if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    "$@"
  fi
}

# The same site, whoever builds it where and how: path, user, home, time zone, locale, file mode mask, threads, order of names
# in folders, times of files, day as a flag or as SOURCE_DATE_EPOCH.
build_twice() {
  local program=$repo/target/release/opsreport
  local day_end elsewhere
  day_end=$(date -u -d "$today 23:59:59" +%s)
  "$program" build --root content --out "$tmp/one" --today "$today"

  elsewhere=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "$tmp")")
  cp "$program" "$elsewhere/opsreport"
  copy_reversed "$repo/content" "$elsewhere/an other 路徑"
  chmod 777 "$elsewhere"
  if [ "$(names content)" = "$(names "$elsewhere/an other 路徑")" ]; then echo 'note: names come in the same order here'; fi
  (
    cd "$elsewhere/an other 路徑"
    umask 077
    as_nobody env -i SOURCE_DATE_EPOCH="$day_end" TZ=Pacific/Kiritimati LC_ALL=C RAYON_NUM_THREADS=1 \
      "$elsewhere/opsreport" build --out "$elsewhere/site"
  ) || { rm -rf "$elsewhere"; return 1; }
  cp -r "$elsewhere/site" "$tmp/two"
  rm -rf "$elsewhere"
  diff -r "$tmp/one" "$tmp/two"

  (
    cd /
    umask 000
    TZ=America/St_Johns LANG=zh_TW.UTF-8 LC_ALL=zh_TW.UTF-8 HOME=/nowhere RAYON_NUM_THREADS=8 SOURCE_DATE_EPOCH=0 \
      "$program" build --root "$repo/content" --out "$tmp/three" --today "$today"
  )
  diff -r "$tmp/one" "$tmp/three"
  (cd "$tmp/two" && sha256sum --quiet -c manifest-sha256.txt)
}

# The demo's quarter, archived now: the same bytes whatever the time zone, the locale and the number of threads.
archive_twice() {
  local program=$repo/target/release/opsreport
  python3 docs/demo/archive.py "$program" "$tmp/archives/one"
  TZ=Pacific/Kiritimati LC_ALL=C RAYON_NUM_THREADS=1 python3 docs/demo/archive.py "$program" "$tmp/archives/two"
  diff -r "$tmp/archives/one" "$tmp/archives/two"
}

bytes() { find "$1" -type f -printf '%s\n' | awk '{sum += $1} END {print sum + 0}'; }

report_sizes() {
  local content site
  content=$(bytes content)
  site=$(bytes "$tmp/one")
  printf 'content: %d bytes (limit %d)\n' "$content" "$content_limit"
  printf 'site: %d bytes in %d files\n' "$site" "$(find "$tmp/one" -type f | wc -l)"
  find "$tmp/one" -name '*.html' -printf '%s %P\n' | sort -rn >"$tmp/pages"
  printf 'pages: %d, over %d bytes: %d; the biggest:\n' "$(wc -l <"$tmp/pages")" "$page_budget" \
    "$(awk -v budget="$page_budget" '$1 > budget' "$tmp/pages" | wc -l)"
  sed -n 1,8p "$tmp/pages"
  [ "$content" -le "$content_limit" ]
}

step 'what the tests need'
install_missing </dev/null

step 'the repository stands alone'
stands_alone

step 'cargo fmt'
cargo fmt --check

step 'cargo clippy'
cargo clippy --locked --all-targets -- -D warnings

step 'cargo clippy without default features'
cargo clippy --locked --no-default-features -- -D warnings

step 'cargo test'
# A test that needs strace fails where it is left out.
CI=true INSTA_UPDATE=no cargo test --locked

step 'fuzzing'
fuzz

step 'release build'
cargo build --locked --release

step 'the demo builds, three times to the same bytes'
build_twice

step 'sizes'
report_sizes

step 'calendars and feeds in other libraries'
install_libraries "$readers" tests/subscriptions/requirements.txt </dev/null
"$readers/bin/python" tests/subscriptions/check.py "$tmp/one"

step 'archives in other programs'
install_libraries "$provers" tests/archives/requirements.txt </dev/null
archive_twice
"$provers/bin/python" tests/archives/check.py content/archive/*.zip "$tmp/archives/one/2026-q3.zip"

step 'the site in a browser'
cd tests/e2e
SITE=$tmp/one node --test --test-reporter=tap --test-timeout=900000

current=
