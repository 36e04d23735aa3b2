"""How long a film takes, beside its floors (import alone, encode alone, draw alone).

Usage: python benchmarks/film/measure.py [--write]. Every figure is a median of MEASURE_RUNS runs;
the film has two scenes of four seconds.
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
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = int(os.environ.get("MEASURE_RUNS", "5"))
DREAM = ROOT / "examples" / "porcelain.txt"
RESULTS = ROOT / "docs" / "results"
SCENE_S = 4.0
SECONDS = 2 * SCENE_S


def median_s(work: Callable[[], object]) -> float:
    """The median wall time of RUNS calls."""
    times = []
    for _ in range(RUNS):
        began_s = time.perf_counter()
        work()
        times.append(time.perf_counter() - began_s)
    return statistics.median(times)


def run(*words: str) -> bytes:
    """One `mongyudo` command in a fresh process; its stdout."""
    command = [sys.executable, "-m", "mongyudo", *words]
    return subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout


def film_figures(*words: str) -> dict[str, float]:
    """The whole command from a cold start, the stages it reports, and what it takes of the CPU.

    Memory is sampled in one run more: to ask for it holds up who is asked.
    """
    walls, stages, cpus = [], [], []
    asked = ("film", str(DREAM), "--seconds", f"{SCENE_S:g}", *words)
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            began_s, before_s = time.perf_counter(), children_cpu_s()
            run(*asked, "-o", folder)
            walls.append(time.perf_counter() - began_s)
            cpus.append(children_cpu_s() - before_s)
            stages.append(json.loads((Path(folder) / "film.json").read_text())["timings_s"])
    with tempfile.TemporaryDirectory() as folder:
        peak_mb = peak_tree_mb(*asked, "-o", folder)
    middle = {name: statistics.median(stage[name] for stage in stages) for name in stages[0]}
    painting_s = middle["painting"] - middle["reading"]
    return {
        "film, cold, s": statistics.median(walls),
        "film, CPU s": statistics.median(cpus),
        "first frame, s": middle["first_frame"],
        "painting alone, times real time": SECONDS / painting_s,
        "peak memory of all processes, MB": peak_mb,
    }


def large_figures() -> dict[str, float]:
    """The same film at 1920x1080."""
    return {f"1080p: {name}": figure for name, figure in film_figures("--size", "1080p").items()}


def children_cpu_s() -> float:
    """CPU seconds of all processes that have ended, their children included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def peak_tree_mb(*words: str) -> float:
    """Run a command and sample the resident memory of it and its children, summed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mongyudo", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0.0
    done = threading.Event()

    def sample() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, _tree_mb(process.pid))

    sampler = threading.Thread(target=sample)
    sampler.start()
    code = process.wait()
    done.set()
    sampler.join()
    if code:
        raise SystemExit(f"{words} failed with exit code {code}")
    return peak


def _tree_mb(pid: int) -> float:
    """Proportional memory (shared pages counted once) of a process and its children."""
    total = 0.0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if pid in (int(entry.name), parent):
                rollup = (entry / "smaps_rollup").read_text()
                total += int(rollup.split("Pss:")[1].split()[0]) / 1024
        except (OSError, IndexError):
            continue
    return total


def reading_figures() -> dict[str, float]:
    """Warm reading speed: the time that many dreams need beyond one."""
    lines = [
        json.dumps({"id": path.stem, "text": path.read_text(encoding="utf-8")}, ensure_ascii=False)
        for path in sorted((ROOT / "examples").glob("*.txt"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.jsonl", Path(folder) / "many.jsonl"
        few.write_text(lines[0], encoding="utf-8")
        many.write_text("\n".join(lines * 8), encoding="utf-8")
        one_s = median_s(lambda: run("read", "--jsonl", str(few)))
        all_s = median_s(lambda: run("read", "--jsonl", str(many)))
    warm_per_s = (8 * len(lines) - 1) / (all_s - one_s)
    return {"read one dream, cold, s": one_s, "read --jsonl, warm, dreams/s": warm_per_s}


def floors() -> dict[str, float]:
    """What no film can beat: imports, encoding its frames, drawing them."""
    script = Path(__file__).with_name("floors.py")
    imports_s = median_s(lambda: _python("-c", "import skia, av, numpy, click"))
    analyser_s = median_s(
        lambda: _python("-c", "from mongyudo.reading.korean import analyse; analyse('꿈')")
    )
    made = json.loads(_python(str(script)))
    return {"floor: imports alone, s": imports_s, "floor: analyser alone, s": analyser_s, **made}


def _python(*words: str) -> bytes:
    return subprocess.run([sys.executable, *words], check=True, capture_output=True).stdout


def install_mb() -> float:
    """What the launcher puts on a new user's disk from a fresh clone (needs a network)."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "mongyudo"
        subprocess.run(
            ["git", "clone", "--quiet", "--depth", "1", ROOT.as_uri(), clone], check=True
        )
        subprocess.run([clone / "mongyudo", "setup"], check=True)
        used = subprocess.run(["du", "-sm", clone / ".venv"], check=True, capture_output=True)
        return float(used.stdout.split()[0])


def main() -> None:
    """Measure, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    write = parser.parse_args().write
    figures = film_figures() | large_figures() | reading_figures() | floors()
    figures["base install, MB"] = install_mb()
    figures["film / (analyser + encode on two cores)"] = figures["film, cold, s"] / (
        figures["floor: analyser alone, s"] + figures["floor: encode alone, CPU s"] / 2
    )
    rows = "\n".join(f"| {name} | {value:.2f} |" for name, value in figures.items())
    table = f"| figure | median of {RUNS} |\n|---|---|\n{rows}\n"
    print(table)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"largest single process: {usage.ru_maxrss / 1024:.0f} MB")
    if write:
        today = datetime.now(UTC).date().isoformat()
        machine = (
            f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        text = (
            f"# A film of two segments of 4 s, 768x432, 24 fps\n\n{today} · {machine} · "
            f"`./mongyudo bench film`\n\n{table}"
        )
        RESULTS.mkdir(parents=True, exist_ok=True)
        (RESULTS / f"{today}-film.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
