#!/bin/sh
# Make sure that commands exist: need.sh COMMAND PACKAGE [COMMAND PACKAGE ...]
# or need.sh --package PACKAGE for a package without a command of its own.
# Root installs what is missing; anyone else is told the line that does.
set -eu
missing=""
while [ $# -gt 1 ]; do
  if [ "$1" = --package ] || ! command -v "$1" >/dev/null 2>&1; then
    missing="$missing $2"
  fi
  shift 2
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "missing:$missing; install it with: sudo apt-get install --yes$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet --quiet
# shellcheck disable=SC2086  # a list of package names
exec apt-get install --yes --quiet --quiet --no-install-recommends $missing
