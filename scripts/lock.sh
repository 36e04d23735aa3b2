#!/bin/sh
# Renew requirements/*.txt from pyproject.toml (needs uv).
set -eu
cd "$(dirname "$0")/.."
lock() {
    printf 'setuptools>=77\n' | uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --no-emit-index-url "$@" -
}
lock pyproject.toml -o requirements/diary.txt
lock --group film -c requirements/diary.txt -o requirements/base.txt
lock pyproject.toml --extra dev -c requirements/diary.txt -o requirements/dev.txt
for extra in voice c2pa encryption hosted storage lab frames; do lock pyproject.toml --extra "$extra" -c requirements/dev.txt -o "requirements/$extra.txt"; done

# torch stands in torch.txt, without hashes: which build fits is the machine's choice, and a build
# brings its own libraries. So neither is in models.txt.
torch=$(sed -n 's/^torch==\([0-9.]*\).*/\1/p' requirements/torch.txt)
left_out=$(printf 'torch==%s\n' "$torch" | uv pip compile --quiet --universal --python-version 3.11 \
    --no-header --no-annotate - | sed -n 's/^\(cuda-\|nvidia-\|triton\|torch\)\([a-z0-9-]*\)==.*/\1\2/p')
words=''
for name in $left_out; do words="$words --no-emit-package $name"; done
# shellcheck disable=SC2086
lock pyproject.toml --extra models -c requirements/diary.txt -c requirements/torch.txt $words -o requirements/models.txt

# The image of the worker on a rented GPU: the group `runpod` and the extra `models` in the versions of
# models.txt, but for the one package over which RunPod's SDK and the diary's DBOS disagree.
same=$(mktemp)
trap 'rm -f "$same"' EXIT
sed -n '/^python-dateutil==/d; s/^\([a-z0-9-]*==.*[^ ]\) *\\$/\1/p' requirements/models.txt > "$same"
# shellcheck disable=SC2086
{ printf 'setuptools>=77\n'; sed -n '/^models = \[/,/^\]/s/^ *"\(.*\)",$/\1/p' pyproject.toml; } |
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --no-emit-index-url --group runpod -c "$same" -c requirements/torch.txt $words \
        -o requirements/runpod.txt -
