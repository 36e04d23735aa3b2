"""What the project adds to a model's own work: our session against the bare pipeline call.

Usage: python benchmarks/models/measure.py [--write]. Tiny random weights on the CPU, where the
model's own work is least and ours weighs most. Both run in turn; medians of the ratios of CPU
time, on one thread: a second one spins while it waits, which counts as work.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get
from mongyudo.records import Segment, Shot

ROOT = Path(__file__).parents[2]
RUNS = 6 * int(os.environ.get("MEASURE_RUNS", "5"))
MODELS = ("wan2.1-1.3b", "ltx-video", "cogvideox-2b")
SIZE_PX, FRAMES, STEPS = (128, 128), 9, 8


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def overhead(name: str, folder: Path) -> float:
    """CPU time of session.render over that of the pipeline call it makes."""
    import torch

    torch.set_num_threads(1)
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    backend.write_tiny(folder, 1447)
    options = Options(weights=str(folder), steps=STEPS)
    seconds = backend.spec.frames.nearest(FRAMES) / backend.spec.fps
    segment = Segment(0, 0, "", (), "a woman runs from a tiger, dark forest, night")
    shot = Shot(0, segment, "공포", "기타", None, 3, SIZE_PX, backend.spec.fps, seconds)
    session = backend.open(options)
    calls: list[dict[str, Any]] = []
    session.render(shot, lambda: False)
    pipe = session._pipe  # the very pipeline, to be called without us
    given = _arguments_of(backend, session, shot, calls)

    def bare() -> None:
        pipe(**given | {"generator": torch.Generator("cpu").manual_seed(3)})

    return statistics.median(
        cpu_s(lambda: session.render(shot, lambda: False)) / cpu_s(bare) for _ in range(RUNS)
    )


def _arguments_of(
    backend: DiffusionBackend, session: Any, shot: Shot, calls: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the session hands to the pipeline, less the callback that reports progress."""
    real = backend.arguments

    def spy(pipe: Any, request: Any) -> dict[str, Any]:
        calls.append(real(pipe, request))
        return calls[-1]

    with patch.object(backend, "arguments", spy):
        session.render(shot, lambda: False)
    return {key: value for key, value in calls[-1].items() if key != "callback_on_step_end"}


def listing_s() -> float:
    """Wall seconds of `mongyudo backends`, median."""
    times = []
    for _ in range(RUNS // 6):
        began = time.perf_counter()
        command = [sys.executable, "-m", "mongyudo", "backends"]
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """Measure, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    write = parser.parse_args().write
    figures = {"`mongyudo backends`, s": listing_s()}
    for name in MODELS:
        with tempfile.TemporaryDirectory() as folder:
            figures[f"{name}: our session / the bare pipeline call"] = overhead(name, Path(folder))
    rows = "\n".join(f"| {name} | {value:.3f} |" for name, value in figures.items())
    table = f"| figure | median |\n|---|---|\n{rows}\n"
    print(table)
    if write:
        today = datetime.now(UTC).date().isoformat()
        machine = f"{platform.platform()}, {os.cpu_count()} cores"
        shape = f"{SIZE_PX[0]}x{SIZE_PX[1]}, about {FRAMES} frames, {STEPS} steps, tiny weights"
        text = (
            f"# Open models\n\n{today} · {machine} · `./mongyudo bench models` · {shape}\n\n{table}"
        )
        (ROOT / "docs" / "results" / f"{today}-models.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
