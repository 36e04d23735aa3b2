"""What the loop adds to training: our steps against bare ones, on the shipped model.

Usage: python benchmarks/train/measure.py [--write]. Bare is what any loop must do: the loss of a
batch that lies ready, its gradient, the clipping, AdamW. Ours adds the order of clips, cached
tensors, noise and levels drawn for the step, caption dropout, the schedule, accelerate, the
journal, TensorBoard and the question whether to stop. Both run in turn, step by step, on one
adapter; CPU time, ratio of the medians.
"""

import argparse
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Options
from mongyudo.backends.registry import get
from mongyudo.training.demo.clipset import demo_set
from mongyudo.training.prepare import Wishes, prepare
from mongyudo.training.prepared import PreparedSet
from mongyudo.training.recipe import AdapterPart, FitPart, Recipe
from mongyudo.training.telling import Silent

ROOT = Path(__file__).parents[2]
STEPS = 12 * int(os.environ.get("MEASURE_RUNS", "5"))
WARM = 5
BATCH, CLIPS = 8, 16
MODEL = "mongyudo-small"


def drawn_set(folder: Path, name: str) -> PreparedSet:
    """The demo set, small, prepared for a model: what is seen does not count here."""
    spec = get(name).spec
    demo_set(folder / "clips", CLIPS // 2)
    wishes = Wishes(size_px=(64, 64), frames=spec.frames.nearest(9))
    return prepare(folder / "clips", folder / "set", spec, wishes)


def job_of(folder: Path, name: str, weights: str) -> Any:
    """An adapter of rank 8 about to be fitted, as `train run` makes it."""
    from mongyudo.training import course
    from mongyudo.training.fit import Job
    from mongyudo.training.lessons import curriculum
    from mongyudo.training.precompute import Encoded, precompute

    recipe = Recipe(
        name="bench",
        backend=name,
        weights=weights,
        adapter=AdapterPart(rank=8),
        fit=FitPart(batch=BATCH, learning_rate=1e-3, prior_share=0.5, schedule="cosine"),
    )
    data = drawn_set(folder, name)
    loaded = course.load(recipe, Options(device="cpu"))
    lessons = curriculum(loaded.backend, data.clips, recipe, "공포")
    encoded = Encoded(folder / "encoded", loaded.trainee, loaded.encoders)
    precompute(encoded, lessons.all)
    return Job(
        loaded.trainee, recipe, lessons, encoded, folder / "run", "", loaded.accelerator,
        lambda _journal, _step: None, Silent(),
    )  # fmt: skip


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def overhead(folder: Path, name: str, weights: str) -> tuple[float, float]:
    """CPU time of our steps over that of bare ones, and the CPU seconds of a bare one."""
    import torch

    from mongyudo.training.fit import Fitting, _advance, _keep
    from mongyudo.training.journal import Journal

    job = job_of(folder, name, weights)
    fitting = Fitting(job)
    turns = fitting.turns()
    given = fitting.given(*next(turns))
    bare_optimizer = torch.optim.AdamW(fitting.parameters, lr=1e-3, fused=True)

    def bare() -> None:
        job.trainee.loss(*given).mean().backward()
        torch.nn.utils.clip_grad_norm_(fitting.parameters, 1.0)
        bare_optimizer.step()
        bare_optimizer.zero_grad()

    with Journal(job.folder, 0) as journal:

        def ours() -> None:
            _advance(job, fitting, turns, journal)
            _keep(job, fitting, lambda: False)

        for work in (bare, ours) * WARM:
            work()
        pairs = [(cpu_s(ours), cpu_s(bare)) for _ in range(STEPS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return mine / theirs, theirs


def main() -> None:
    """Measure, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    parser.add_argument("--model", default=MODEL, help="backend")
    parser.add_argument("--weights", default="", help="folder; by default the backend's own")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ratio, bare_s = overhead(Path(folder), asked.model, asked.weights)
    figures = {
        f"{asked.model}, batch {BATCH}: our step / a bare step": f"{ratio:.3f} (bar 1.03)",
        "CPU time of a bare step, s": f"{bare_s:.4f}",
    }
    for name, value in figures.items():
        print(f"{name}: {value}")
    if asked.write:
        write(figures)


def write(figures: dict[str, str]) -> None:
    """A dated page in docs/results; its sections below the table stay."""
    today = datetime.now(UTC).date().isoformat()
    rows = "\n".join(f"| {name} | {value} |" for name, value in figures.items())
    page = (
        f"# Training\n\n{today} · {platform.platform()}, {os.cpu_count()} cores · `./mongyudo "
        f"bench train` · {STEPS} pairs of steps, rank 8, 64x64, 9 frames\n\n"
        f"| figure | value |\n|---|---|\n{rows}\n"
    )
    path = ROOT / "docs" / "results" / f"{today}-train.md"
    _, mark, below = path.read_text("utf-8").partition("\n## ") if path.exists() else ("",) * 3
    path.write_text(page + mark + below, encoding="utf-8")


if __name__ == "__main__":
    main()
