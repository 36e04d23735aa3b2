#!/bin/sh
# Renew requirements/*.txt from pyproject.toml (needs uv).
set -eu
cd "$(dirname "$0")/.."
compile() {
    printf 'setuptools>=77\n' | uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --no-emit-index-url "$@" pyproject.toml -
}
compile -o requirements/base.txt
compile --extra dev -c requirements/base.txt -o requirements/dev.txt
