#!/usr/bin/env bash
# Installs what the tests need beside Python: a Chromium, PostgreSQL's server programs, a place for notices.
# What cannot be installed is said here; the tests that need it then say that they could not run.
set -u

has_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

has_postgresql() {
  for folder in "$(pg_config --bindir)" /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && return 0
  done
  return 1
}

root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

missing=()
has_chromium >/dev/null 2>&1 || missing+=(chromium)
has_postgresql >/dev/null 2>&1 || missing+=(postgresql)
command -v dbus-run-session >/dev/null 2>&1 || missing+=(dbus-daemon)
[ ${#missing[@]} = 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "The tests need ${missing[*]}, and there is no apt here to install it: please install it by hand." >&2
elif ! root true 2>/dev/null; then
  echo "The tests need ${missing[*]}. Please install it: sudo apt-get install ${missing[*]}" >&2
else
  export DEBIAN_FRONTEND=noninteractive
  root apt-get update -qq >/dev/null 2>&1
  for name in "${missing[@]}"; do
    root apt-get install -y -qq --no-install-recommends "$name" >/dev/null 2>&1 ||
      echo "apt could not install $name: the tests that need it will say that they could not run." >&2
  done
fi
exit 0
