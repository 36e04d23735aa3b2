"""Preparing clips: its CPU against decoding alone and against other tools, and the cuts it finds.

`measure.py [--peers PYTHON] [--seconds S] [--seeds N]`; PYTHON belongs to an environment with
`pip install "scenedetect<0.7" opencv-python-headless decord imageio-ffmpeg numpy`. All ways run in
this one run, one after the other, each in a process of its own; CPU is that process' and its
children's. The videos are made by synthetic.py, of seeds that no threshold was set on.
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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import av

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.prepare.synthetic import Edit, sequence, write  # after the path above

HERE = Path(__file__).parent
FPS = 30
FULL_PX = (1920, 1080)
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
    """CPU seconds of a process and its children, and what it printed."""

    cpu_s: float
    told: Any


def run(*words: str) -> Run:
    """Run a process to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    last = done.stdout.strip().split("\n")[-1]
    return Run(cpu_s, json.loads(last) if last else None)


def costs(peers: str, seconds: int, runs: int, bench: Path) -> Iterable[str]:
    """CPU of each way as a ratio to decoding all frames, with the peak of memory."""
    frames, _ = sequence(7, seconds * FPS // 110, FULL_PX)
    some = islice(frames, seconds * FPS)
    video = write(
        bench / "source" / "full.mp4", some, FPS, crf="19", **{"x264-params": "b-adapt=0"}
    )
    plain = write(bench / "plain" / "plain.mp4", _decoded(video), FPS, crf="19", bf="0")
    for path in (video, plain):
        rate = path.stat().st_size * 8e-6 / seconds
        yield f"source {path.stem}: 1920x1080 at {FPS} fps, {rate:.0f} Mbit/s"
    taken: dict[str, list[Run]] = {}
    for number in range(runs):
        ways: dict[str, tuple[str, ...]] = {
            "decoding every frame": (sys.executable, "-c", DECODE, str(video)),
            "prepare (RGB, cuts, checks)": (
                sys.executable, "-c", PREPARE, str(video), str(bench / f"ours-{number}"),
            ),
            "without B-frames, decoding": (sys.executable, "-c", DECODE, str(plain)),
            "without B-frames, prepare": (
                sys.executable, "-c", PREPARE, str(plain), str(bench / f"plain-{number}"),
            ),
        }  # fmt: skip
        for way in ("opencv", "decord") if peers else ():
            out = bench / f"{way}-{number}"
            out.mkdir()
            peer = (peers, str(HERE / "peers.py"), way, str(plain), str(out))
            ways[f"without B-frames, peer {way}"] = peer
        for name, words in ways.items():
            taken.setdefault(name, []).append(run(*words))
    floor_s = 0.0
    for name, done in taken.items():
        cpu_s = statistics.median(each.cpu_s for each in done)
        floor_s = cpu_s if "decoding" in name else floor_s
        told = done[0].told or {}
        more = "".join(f", {key} {value:.0f}" for key, value in told.items())
        yield f"{name}: {cpu_s:.1f} CPU s, {cpu_s / floor_s:.2f} of decoding{more}"


def _decoded(video: Path) -> Iterator[Any]:
    """The frames of a video, (H, W, 3) uint8 RGB."""
    with av.open(str(video)) as container:
        yield from (frame.to_ndarray(format="rgb24") for frame in container.decode(video=0))


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
    parser.add_argument("--peers", default=os.environ.get("MEASURE_PEERS", ""))
    parser.add_argument("--seconds", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--only", choices=("costs", "memory", "cuts"))
    asked = parser.parse_args()
    runs = min(int(os.environ.get("MEASURE_RUNS", "3")), 3)
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Path(folder)
        for name in ("source", "plain", "long-1", "long-4"):
            (bench / name).mkdir()
        parts = {
            "costs": costs(asked.peers, asked.seconds, runs, bench),
            "memory": flat(bench),
            "cuts": cuts(asked.peers, asked.seeds, bench),
        }
        for name, lines in parts.items():
            for line in lines if asked.only in (None, name) else ():
                print(line, flush=True)


if __name__ == "__main__":
    main()
