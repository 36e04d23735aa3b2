"""Our VideoCrafter2 and Open-Sora v2 against the original repositories' code: relative errors.

Usage, from the root of a clone, with both originals cloned unmodified beside it:

    git clone https://github.com/AILab-CVC/VideoCrafter ../VideoCrafter
    git clone https://github.com/hpcaitech/Open-Sora ../Open-Sora
    ./mongyudo setup models
    .venv/bin/python -m pip install --no-deps --target ../originals einops==0.8.2 \
        omegaconf==2.3.0 antlr4-python3-runtime==4.9.3 open_clip_torch==2.22.0 mmengine==0.10.7 \
        addict==2.4.0 termcolor==3.3.0 yapf==0.43.0 platformdirs
    PYTHONPATH=../originals .venv/bin/python -m benchmarks.models.parity \
        --videocrafter ../VideoCrafter --open-sora ../Open-Sora [--write]

Either original may be left out. Both run on the CPU in 32 bits at reduced width. Their classes make
the random weights, which are saved as the releases are and converted by `mongyudo backends
convert`; then both sides do the same work from the same noise. No file of the originals is changed;
`parity_originals.py` tells what stands in for the GPU packages they import. Read with VideoCrafter
at commit 11bcd76 and Open-Sora at 7ad6a96. Ends with code 1 when an error is above 1e-5.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

# The originals compile one small function, which would need a compiler here.
os.environ["TORCHDYNAMO_DISABLE"] = "1"

from benchmarks.models import parity_opensora, parity_videocrafter

ROOT = Path(__file__).parents[2]
MOST = 1e-5
Errors = Callable[[Path, Path], Iterator[tuple[str, float]]]
MODELS: dict[str, Errors] = {
    "videocrafter": parity_videocrafter.errors,
    "open_sora": parity_opensora.errors,
}
TITLES = {"videocrafter": "VideoCrafter2", "open_sora": "Open-Sora v2"}
VERSIONS = ("torch", "diffusers", "transformers", "open_clip_torch", "mmengine")


def measured(compare: Errors, original: Path) -> dict[str, float]:
    """What was compared -> relative error; what the original prints is told apart."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as work, redirect_stdout(sys.stderr):
        for what, error in compare(original.resolve(), Path(work)):
            print(f"{error:.1e}  {what}", flush=True)
            found[what] = error
    return found


def commit_of(original: Path) -> str:
    """The checkout's commit, "unknown" without git's own folder."""
    command = ["git", "-C", str(original), "rev-parse", "HEAD"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    inside = (original / ".git").exists() and done.returncode == 0
    return done.stdout.strip() if inside else "unknown"


def told(name: str, original: Path, errors: dict[str, float]) -> str:
    """A table in Markdown."""
    rows = "\n".join(
        f"| {what.replace('|', '/')} | {error:.1e} |" for what, error in errors.items()
    )
    title = f"## {TITLES[name]}, the original at commit {commit_of(original)}"
    return f"{title}\n\n| compared | relative error |\n|---|---|\n{rows}\n"


def main() -> None:
    """Compare, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in MODELS:
        parser.add_argument(f"--{name.replace('_', '-')}", type=Path, metavar="DIR")
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    given = vars(parser.parse_args())
    warnings.simplefilter("ignore")
    originals = {name: given[name] for name in MODELS if given[name] is not None}
    if not originals:
        parser.error("give --videocrafter DIR, --open-sora DIR or both")
    found = {name: measured(MODELS[name], original) for name, original in originals.items()}
    tables = "\n".join(told(name, originals[name], errors) for name, errors in found.items())
    print(tables)
    if given["write"]:
        _write(tables)
    worst = max(error for errors in found.values() for error in errors.values())
    print(f"largest: {worst:.1e}, allowed: {MOST:.0e}")
    sys.exit(worst > MOST)


def _write(tables: str) -> None:
    from importlib.metadata import version

    today = datetime.now(UTC).date().isoformat()
    used = ", ".join(f"{package} {version(package)}" for package in VERSIONS)
    command = (
        "`python -m benchmarks.models.parity --videocrafter ../VideoCrafter "
        "--open-sora ../Open-Sora --write`"
    )
    text = (
        "# VideoCrafter2 and Open-Sora v2 against the originals' code\n\n"
        f"{today} · {platform.platform()}, CPU, 32 bits · {used} · {command}\n\n"
        f"Relative errors |ours - theirs| / |theirs|; at most {MOST:.0e} is allowed.\n\n{tables}"
    )
    (ROOT / "docs" / "results" / f"{today}-parity.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
