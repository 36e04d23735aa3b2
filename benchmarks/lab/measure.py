"""The lab beside what it stands on: its clips beside the same made without it, its scores beside
filming, its flicker beside VBench's own code.

`python benchmarks/lab/measure.py`, or `mongyudo bench lab`. VBench's package is fetched into a
temporary folder, and its own file for flicker alone is run. CPU seconds, medians of ratios.
"""

import importlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from mongyudo.lab.dreams import GoldDream, read_gold, testset
from mongyudo.lab.filming import CLIP, Ask, Studio, frames_of, shot_of
from mongyudo.lab.runs import open_run
from mongyudo.lab.scorers import Seen, scorers
from mongyudo.reading import read
from mongyudo.records import Shot

VBENCH = "vbench==0.1.5"
DREAMS = 6
BACKENDS = ("ink", "mongyudo-small")
"""A clip of the small model takes a moment: there the lab's own work weighs most."""


def main() -> None:
    """Measure and print."""
    dreams = [each for each in read_gold(testset("themes")) if not each.refused][:DREAMS]
    clips = []
    print("| figure | value |\n|---|---|")
    with TemporaryDirectory() as folder:
        for backend in BACKENDS:
            clips += compared(backend, dreams, Path(folder) / backend)
        cal_score = vbench_in(Path(folder) / "vbench")
        worst = max(abs(cal_score(str(clip)) - flicker(clip)) for clip in clips)
    print(f"| flicker, largest difference from VBench's own, {len(clips)} files | {worst:.1e} |")


def compared(backend: str, dreams: list[GoldDream], folder: Path) -> list[Path]:
    """Clips in a run and without one, each in turn; the clips of the run."""
    run, spare = open_run(folder / "run", "models", {}, {}, {}), folder / "spare"
    spare.mkdir()
    shots = {each.dream.id: shot_in(each, backend) for each in dreams}
    bare_s, run_s = [], []
    with Studio(backend) as studio:
        studio.film(next(iter(shots.values())), spare)  # pays for what is loaded at first use
        for at, (dream, shot) in enumerate(shots.items()):
            bare = partial(studio.film, shot, spare)
            made = partial(run.sample, dream, backend, partial(studio.film, shot))
            if at % 2:  # who comes first, goes round: the second finds things cached
                run_s.append(cpu_s(made))
            bare_s.append(cpu_s(bare))
            if at % 2 == 0:
                run_s.append(cpu_s(made))
    clips = [sample.folder / CLIP for sample in run.samples()]
    ratio = statistics.median(a / b for a, b in zip(run_s, bare_s, strict=True))
    scored_s = [cpu_s(partial(score, clip)) for clip in clips]
    print(f"| {backend}: a clip in a run / without one | {ratio:.3f} |")
    print(f"| {backend}: all scores of a clip / filming it | {sum(scored_s) / sum(bare_s):.3f} |")
    return clips


def shot_in(gold: GoldDream, backend: str) -> Shot:
    """The whole dream as one shot."""
    reading = read(gold.dream, segments=1)
    return shot_of(Ask(backend), gold.dream, reading, reading.segments[0], gold.dream.text)


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began_s = time.process_time()
    work()
    return time.process_time() - began_s


def score(clip: Path) -> None:
    """Decode, and ask every scorer."""
    seen = Seen(frames_of(clip), 24, "공포")
    for each in scorers():
        each.score(seen)


def flicker(clip: Path) -> float:
    """Ours."""
    scorer = next(each for each in scorers() if each.name == "temporal_flickering")
    found = scorer.score(Seen(frames_of(clip), 24))
    assert found is not None
    return found


def vbench_in(folder: Path) -> Callable[[str], float]:
    """VBench's `cal_score`; what else its package imports (decord, CLIP) it does not need."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    subprocess.run([*pip, VBENCH], check=True)
    package, utils = ModuleType("vbench"), ModuleType("vbench.utils")
    package.__path__ = [str(folder / "vbench")]
    utils.__dict__["load_dimension_info"] = None
    sys.modules |= {"vbench": package, "vbench.utils": utils}
    found: Callable[[str], float] = importlib.import_module("vbench.temporal_flickering").cal_score
    return found


if __name__ == "__main__":
    main()
