# Read by run.sh, tests/run.sh and tests/bench/run.sh: says what it does, installs
# what is missing. Expects `root`, the folder of the clone.

say() { printf '== %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# packages GROUP...: the names in packages.txt.
packages() {
  local group
  for group in "$@"; do
    awk -v group="$group" '$1 == group { print $2 }' "$root/pipeline/packages.txt"
  done
}

# missing NAME...: those that are not installed.
missing() {
  local installed
  # dpkg-query fails for names that it has never met; what it knows is printed.
  installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" || true; } 2>/dev/null |
    awk '$1 == "installed" { print $2 }')
  printf '%s\n' "$@" | sort -u | grep -vxF -e "$installed" || true
}

# install_for GROUP...: installs what these groups lack; quick if they lack none.
install_for() {
  local lacking as_root=
  command -v dpkg-query >/dev/null || {
    say "this is no Debian: taking for granted what pipeline/packages.txt lists"
    return
  }
  mapfile -t lacking < <(missing $(packages "$@"))  # names hold no spaces
  [ "${#lacking[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      die "Packages are missing and there is no sudo. Run as root: apt-get install ${lacking[*]}"
    as_root=sudo
  fi
  say "installing ${lacking[*]}"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update ||
    die "apt-get update failed: check the network and /etc/apt/sources.list"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
    install --no-install-recommends "${lacking[@]}" >/dev/null ||
    die "apt-get could not install ${lacking[*]}"
}

# build DIR TARGETS... -- OPTIONS...: configures DIR if that is new or OPTIONS
# differ, and builds.
build() {
  local dir=$1 targets=()
  shift
  while [ "$#" -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
  shift
  if [ ! -f "$dir/build.ninja" ] || [ "$(cat "$dir/.options" 2>/dev/null)" != "$*" ]; then
    say "configuring $dir"
    mkdir -p "$dir"
    cmake "$@" -S "$root" -B "$dir" -G Ninja >"$dir.log" 2>&1 ||
      { cat "$dir.log" >&2; die "cmake failed in $dir"; }
    rm -f "$dir.log"
    printf '%s' "$*" >"$dir/.options"
  fi
  say "building in $dir"
  cmake --build "$dir" --target "${targets[@]}"
}
