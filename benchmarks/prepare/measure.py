"""Preparing clips: its cost against decoding alone and against other tools, and the cuts it finds.

`measure.py [--peers PYTHON] [--videox-fun DIR] [--ltx-trainer DIR --musubi DIR] [--sources DIR]`;
PYTHON belongs to an environment with `pip install "scenedetect<0.7" opencv-python-headless decord
imageio-ffmpeg av numpy pandas tqdm typer pillow torch einops`, the folders are clones of
github.com/aigc-apps/VideoX-Fun, github.com/Lightricks/LTX-Video-Trainer and
github.com/kohya-ss/musubi-tuner. All ways run in this one run, one after the other, each in a
process of its own; CPU is that process' and its children's. The videos are made by synthetic.py, of
seeds that no threshold was set on; `--sources` keeps those of full size.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.prepare.synthetic import (
    SOURCES,
    Edit,
    sequence,
    write,
    write_sources,
)  # after the path above

HERE = Path(__file__).parent
FPS = 30
SMALL_PX = (640, 360)
FIRST_SEED = 101
NEAR = 6
"""Frames by which a found edit may miss the true one."""
DETECTORS = ("content", "adaptive", "content+threshold", "adaptive+threshold")

DECODE = """
import av, sys
with av.open(sys.argv[1]) as container:
    stream = container.streams.video[0]
    stream.thread_type = "AUTO"
    for _ in container.decode(stream):
        pass
"""
PREPARE = """
import json, sys
from pathlib import Path
from mongyudo.backends.registry import get
from mongyudo.training.clips import SourceClip, write_clips
from mongyudo.training.prepare import JUDGED, Wishes, prepare
video, out = Path(sys.argv[1]), Path(sys.argv[2])
write_clips(video.parent, [SourceClip(video.name, "x", source="synthetic", licence="CC0-1.0")])
made = prepare(video.parent, out, get("wan2.1-1.3b").spec, Wishes(keep=frozenset(JUDGED)))
if "mp4" in sys.argv[3:]:
    from mongyudo.training.inspecting import write_video
    for clip in made.clips:
        write_video([clip], out / "mp4" / f"{clip.id}.mp4")
status = Path("/proc/self/status").read_text()
peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
print(json.dumps({"clips": len(made.clips), "peak_mb": peak}))
"""
FIND = """
import json, sys
from pathlib import Path
from mongyudo.training.prepare.sampling import sample
from mongyudo.training.prepare.shots import ShotFinder
from mongyudo.training.prepare.source import Source, timetable
path, finder, found = Path(sys.argv[1]), ShotFinder(), []
for picture in Source(path, timetable(path, 16)).pictures():
    found += finder.feed(sample(picture.frame, picture.time_s))
print(json.dumps([[each.start_s, each.end_s] for each in [*found, *finder.close()]]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """CPU seconds of a process and its children, seconds it took, and what it printed."""

    cpu_s: float
    wall_s: float
    told: Any


def run(*words: str) -> Run:
    """Run a process to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    begun_s = time.perf_counter()
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    wall_s = time.perf_counter() - begun_s
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    last = done.stdout.strip().split("\n")[-1]
    return Run(cpu_s, wall_s, json.loads(last) if last else None)


def costs(asked: argparse.Namespace, bench: Path) -> Iterable[str]:
    """CPU of each way as a ratio to decoding all frames, with the peak of memory."""
    sources = Path(asked.sources or bench)
    if not all((sources / f"{name}.mp4").is_file() for name in SOURCES):
        write_sources(sources, asked.seconds)
    for name in SOURCES:
        (bench / name).mkdir()
        (bench / name / f"{name}.mp4").symlink_to((sources / f"{name}.mp4").resolve())
    runs = min(int(os.environ.get("MEASURE_RUNS", "3")), 3)
    for name in SOURCES:
        video = bench / name / f"{name}.mp4"
        yield f"source {name}: {video.stat().st_size * 8e-6 / asked.seconds:.0f} Mbit/s"
        yield from _compared(_ways(video, asked if name == "full" else None), runs, bench)


def _ways(video: Path, asked: argparse.Namespace | None) -> dict[str, tuple[str, ...]]:
    """What to run, without the folder for what comes out of it and what follows that."""
    ways: dict[str, tuple[str, ...]] = {
        "decoding every frame": (sys.executable, "-c", DECODE, str(video), "OUT"),
        "prepare, RGB": (sys.executable, "-c", PREPARE, str(video), "OUT"),
    }
    if asked is None:
        return ways
    ways["prepare, RGB + mp4"] = (*ways["prepare, RGB"], "mp4")
    peer = (asked.peers, str(HERE / "peers.py"))
    if asked.videox_fun:
        folder = str(Path(asked.videox_fun).resolve())
        ways["peer VideoX-Fun"] = (*peer, "videox-fun", str(video), "OUT", folder)
    if asked.ltx_trainer and asked.musubi:
        folders = [str(Path(each).resolve()) for each in (asked.ltx_trainer, asked.musubi)]
        ways["peer LTX-Video-Trainer + musubi-tuner"] = (
            *peer, "ltx-musubi", str(video), "OUT", *folders,
        )  # fmt: skip
    return ways


def _compared(ways: dict[str, tuple[str, ...]], runs: int, bench: Path) -> Iterable[str]:
    """Run all ways in turn; peers once, the others `runs` times, of which the median counts."""
    taken: dict[str, list[Run]] = {}
    for number in range(runs):
        for name, words in ways.items():
            if number and name.startswith("peer"):
                continue
            with tempfile.TemporaryDirectory(dir=bench) as out:
                done = run(*(out if word == "OUT" else word for word in words))
            taken.setdefault(name, []).append(done)
    medians = {
        name: (
            statistics.median(each.cpu_s for each in all_runs),
            statistics.median(each.wall_s for each in all_runs),
        )
        for name, all_runs in taken.items()
    }
    floor_s = medians["decoding every frame"][0]
    ours_s = medians.get("prepare, RGB + mp4")
    for name, (cpu_s, wall_s) in medians.items():
        told = taken[name][0].told or {}
        more = "".join(f", {key} {value:.0f}" for key, value in told.items())
        if name.startswith("peer") and ours_s:
            more += (
                f"; {cpu_s / ours_s[0]:.1f} times our CPU with mp4, {wall_s / ours_s[1]:.1f} wall"
            )
        yield f"{name}: {cpu_s:.1f} CPU s, {wall_s:.1f} s, {cpu_s / floor_s:.2f} of decoding{more}"


def flat(bench: Path) -> Iterable[str]:
    """Peak memory of preparing a video, and one four times as long."""
    for times in (1, 4):
        folder = bench / f"long-{times}"
        frames, _ = sequence(9, 6 * times, SMALL_PX)
        video = write(folder / "a.mp4", frames, FPS)
        peak = run(sys.executable, "-c", PREPARE, str(video), str(bench / f"flat-{times}")).told
        yield f"peak of a video of length x{times}: {peak['peak_mb']:.0f} MB"


def cuts(peers: str, seeds: int, bench: Path) -> Iterable[str]:
    """Per kind of edit the share found, and of all that was found the share that is an edit."""
    scores: dict[str, dict[str, list[int]]] = {}
    for seed in range(FIRST_SEED, FIRST_SEED + seeds):
        frames, plan = sequence(seed, 25, SMALL_PX)
        video = write(bench / f"seed-{seed}.mp4", frames, FPS)
        ours = run(sys.executable, "-c", FIND, str(video)).told
        found = {"mongyudo": [(round(a * FPS), round(b * FPS)) for a, b in ours]}
        for name in DETECTORS if peers else ():
            told = run(peers, str(HERE / "peers.py"), f"scenes:{name}", str(video), ".").told
            found[f"PySceneDetect {name}"] = [(start, start) for start, _ in told["scenes"][1:]]
        for name, spans in found.items():
            count(plan, spans, scores.setdefault(name, {}))
    for name, kinds in scores.items():
        rows = ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in sorted(kinds.items()))
        yield f"{name}: {rows}"


def count(plan: list[Edit], spans: list[tuple[int, int]], kinds: dict[str, list[int]]) -> None:
    """Add up hits of each kind; `right` are those of all that was found that lie at an edit.

    A flash that is taken for an edit counts as `false flash`.
    """
    used: set[int] = set()
    for edit in plan:
        low, high = edit.start - NEAR, edit.end + NEAR
        hits = {n for n, (start, end) in enumerate(spans) if start <= high and end >= low}
        name = "false flash" if edit.kind == "flash" else edit.kind
        tally = kinds.setdefault(name, [0, 0])
        tally[0] += bool(hits)
        tally[1] += 1
        if edit.kind != "flash":
            used |= hits
    right = kinds.setdefault("right", [0, 0])
    right[0] += len(used)
    right[1] += len(spans)


def main() -> None:
    """Print one figure a line."""
    parser = argparse.ArgumentParser()
    for name in ("peers", "videox-fun", "ltx-trainer", "musubi", "sources"):
        kept = os.environ.get("MEASURE_PEERS", "") if name == "peers" else ""
        parser.add_argument(f"--{name}", default=kept)
    parser.add_argument("--seconds", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--only", choices=("costs", "memory", "cuts"))
    asked = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Path(folder)
        for name in ("long-1", "long-4"):
            (bench / name).mkdir()
        parts = {
            "costs": costs(asked, bench),
            "memory": flat(bench),
            "cuts": cuts(asked.peers, asked.seeds, bench),
        }
        for name, lines in parts.items():
            for line in lines if asked.only in (None, name) else ():
                print(line, flush=True)


if __name__ == "__main__":
    main()
