#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image: Node.js, the sandbox, the kit's packages.
#
# Node.js comes from nodejs.org and is checked against the sums published beside it. Without
# bubblewrap the grader still works, in a lesser sandbox, and says so in every result.
set -euo pipefail

root="${AUTOGRADER_ROOT:-/autograder}"
node_home="${FLOTILLA_NODE_HOME:-/opt/flotilla-node}"
node_version='20.20.2'
node_site="${FLOTILLA_NODE_SITE:-https://nodejs.org/dist/v$node_version}"

if [ "${FLOTILLA_APT:-yes}" = yes ] && command -v apt-get > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates curl xz-utils util-linux
  apt-get install -y --no-install-recommends bubblewrap || echo 'no bubblewrap: a lesser sandbox'
fi

if [ ! -x "$node_home/bin/node" ]; then
  case "$(uname -m)" in
    x86_64) cpu=x64 ;;
    aarch64) cpu=arm64 ;;
    *) echo "no Node.js is known for $(uname -m)" >&2; exit 1 ;;
  esac
  archive="node-v$node_version-linux-$cpu.tar.xz"
  download="$(mktemp -d)"
  cd "$download"
  curl -fsSL --retry 3 -O "$node_site/$archive"
  curl -fsSL --retry 3 -O "$node_site/SHASUMS256.txt"
  grep -F "  $archive" SHASUMS256.txt | sha256sum --check --strict -
  mkdir -p "$node_home"
  tar -xJf "$archive" -C "$node_home" --strip-components=1
  rm -rf "$download"
fi
export PATH="$node_home/bin:$PATH"

cd "$root/source"
npm ci --include=dev --ignore-scripts --no-audit --no-fund

# Student code runs as another user. It needs nothing of the solutions, the tests and the rules.
chmod -R go-rwx "$root/source/reference" "$root/source/tests" "$root/source/autograder.json"
