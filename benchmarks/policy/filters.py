"""Rules, a light filter and both together: `filters.py [FILE ...] [--write]`.

The filter learns passages_train and passages_dev; it is measured on passages_test and on each FILE,
which it never learns. A FILE kept outside of the repository is counted, never shown. `--write`
writes docs/results/<today>-policy-filters.md.
"""

import argparse
import json
import platform
import sys
import tempfile
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import av
import numpy as np

from mongyudo.backends.registry import get
from mongyudo.policy.classifier import filter_in
from mongyudo.policy.combining import Filters, review
from mongyudo.policy.frames import REFUSED_AT, Frame, nudenet
from mongyudo.policy.judging import judge
from mongyudo.reading.korean import analyse
from mongyudo.records import Segment, Shot
from mongyudo.training.filters.course import Lesson, LightEngine, evaluate, train_filter
from mongyudo.training.filters.evaluating import JUDGES
from mongyudo.training.filters.passages import read_passages

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
LEARNED = (HERE / "passages_train.jsonl", HERE / "passages_dev.jsonl")
TEST = HERE / "passages_test.jsonl"
DREAMS = HERE.parent / "reading"
GOLDEN = ROOT / "tests" / "golden" / "frames"
GROUPS = ("plain", "disguised", "innocent", "ordinary")
PROMPTS = ("a boat on the sea", "a red ball in the room", "a moon over the mountain", "a tree")


def trained(folder: Path) -> tuple[dict[str, Any], float]:
    """A light filter in `folder`: its evaluation on TEST, and the processor seconds it took."""
    began_s = time.process_time()
    lesson = Lesson(LEARNED, (TEST,), licence="Apache-2.0, Mongyudo's own passages")
    told = train_filter(lesson, LightEngine(), folder, analyse)
    return told, time.process_time() - began_s


def rows_of(told: dict[str, Any]) -> Iterator[str]:
    """Precision, recall and false alarms of each judge, with intervals."""
    for who in JUDGES:
        shares = told["judges"][who]["refused"].values()
        cells = [f"{s.value:.2f} [{s.low:.2f}, {s.high:.2f}]" if s else "-" for s in shares]
        yield f"| {who} | {' | '.join(cells)} |"


def by_group(file: Path, folder: Path) -> Iterator[str]:
    """The share of each group that each judge refuses."""
    found: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    trained_filter = filter_in(folder)
    for line in filter(None, file.read_text("utf-8").splitlines()):
        gold = json.loads(line)
        text = unicodedata.normalize("NFC", gold["text"])
        rules = judge(text, analyse).outcome == "refuse"
        learned = trained_filter.judge(text, analyse).outcome == "refuse"
        for who, refused in zip(JUDGES, (rules, learned, rules or learned), strict=True):
            found[who][gold["group"]].append(refused)
    for who in JUDGES:
        cells = [
            f"{sum(r) / len(r):.2f} ({sum(r)}/{len(r)})" for r in map(found[who].get, GROUPS) if r
        ]
        yield f"| {who} | {' | '.join(cells)} |"


def milliseconds(work: Callable[[str], object]) -> float:
    """Of a processor for one passage of TEST: the median of three rounds."""
    texts = [passage.text for passage in read_passages([TEST])]
    rounds = []
    for _ in range(3):
        began_s = time.process_time()
        for text in texts:
            work(text)
        rounds.append((time.process_time() - began_s) * 1000 / len(texts))
    return float(np.median(rounds))


def golden_frames() -> Iterator[Frame]:
    """What the ink draws for the golden frames."""
    for path in sorted(GOLDEN.glob("*.png")):
        with av.open(str(path)) as container:
            yield next(container.decode(video=0)).to_ndarray(format="rgb24").astype(np.uint8)


def rendered_frames(backend: str, prompts: tuple[str, ...]) -> Iterator[Frame]:
    """Frames of a backend for English prompts."""
    spec = get(backend).spec
    session = get(backend).open()
    try:
        for seed, prompt in enumerate(prompts):
            segment = Segment(0, len(prompt), prompt, (), prompt)
            shot = Shot(
                0, segment, "중립", "기타", None, seed, spec.size_px, spec.fps, 1.0
            )  # fmt: skip
            yield from session.render(shot, lambda: False).frames
    finally:
        session.close()


def looked_at(name: str, frames: Iterator[Frame]) -> str:
    """How many frames, how many refused, the highest score of a refused class, time a frame."""
    detector, highest, refused, count, spent_s = nudenet(), 0.0, 0, 0, 0.0
    for frame in frames:
        began_s = time.process_time()
        seen = detector.detect(frame)
        spent_s += time.process_time() - began_s
        count += 1
        scores = [(score, REFUSED_AT[label]) for label, score in seen if label in REFUSED_AT]
        highest = max([highest, *(score for score, _ in scores)])
        refused += any(score >= limit for score, limit in scores)
    return f"| {name} | {count} | {refused} | {highest:.2f} | {spent_s * 1000 / count:.0f} ms |"


def page(files: list[Path]) -> Iterator[str]:
    """The results as Markdown."""
    day = datetime.now(UTC).date().isoformat()
    yield "# A filter beside the rules\n"
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    yield f"{day} · {machine} · `python benchmarks/policy/filters.py FILE --write`\n"
    yield (
        "A light filter learned the 600 passages of passages_train and passages_dev. Rules, filter "
        "and both (the strictest wins) on passages that it has not learned, by hands that wrote "
        "neither rules nor training passages. The errors of passages_test were seen by whoever "
        "wrote the rules afterwards; files kept outside were only ever counted. [ ] are Wilson's "
        "intervals of 95 %.\n"
    )
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "filter"
        told, seconds = trained(folder)
        size = sum(f.stat().st_size for f in folder.glob("weights*"))
        threshold = filter_in(folder).threshold
        for number, file in enumerate([TEST, *files]):
            out = Path(temporary) / f"out-{number}"
            out.mkdir()
            if number:
                told = evaluate(folder, read_passages([file]), analyse, output=out)
            name = file.stem if file == TEST else f"a set kept outside ({told['passages']})"
            yield f"## {name}\n"
            yield "| | precision | recall | false alarms |\n|---|---|---|---|"
            yield from rows_of(told)
            yield f"\n| refused of | {' | '.join(GROUPS)} |\n|---|---|---|---|---|"
            yield from by_group(file, folder)
            yield f"\nRules and filter differ on {len(told['differ'])} of {told['passages']}.\n"
        yield from ordinary(folder)
        yield from timings(folder, seconds, size, threshold)
    yield from frames_part()


def ordinary(folder: Path) -> Iterator[str]:
    """False alarms of the filter on dreams that neither it nor the rules were made with."""
    texts = [
        unicodedata.normalize("NFC", json.loads(line)["text"])
        for file in sorted(DREAMS.glob("dreams_*.jsonl"))
        for line in filter(None, file.read_text("utf-8").splitlines())
    ]
    allowed = [text for text in texts if judge(text, analyse).outcome == "allow"]
    trained_filter = filter_in(folder)
    refused = [trained_filter.judge(text, analyse).outcome == "refuse" for text in allowed]
    yield (
        f"Of the {len(texts)} dreams in benchmarks/reading the rules allow {len(allowed)}; of "
        f"these the filter refuses {sum(refused)} ({sum(refused) / len(refused):.3f}).\n"
    )


def timings(folder: Path, seconds: float, size: int, threshold: float) -> Iterator[str]:
    """What training and judging take."""
    rules = milliseconds(lambda text: review(text, analyse))
    both = milliseconds(lambda text: review(text, analyse, Filters(classifier_dir=folder)))
    yield "## Cost\n"
    yield (
        f"Of one processor: training with cross-validation and evaluation {seconds:.0f} s, weights "
        f"{size // 1000} kB, threshold {threshold:.2f}. A passage: rules {rules:.1f} ms, rules and "
        f"filter {both:.1f} ms.\n"
    )


def frames_part() -> Iterator[str]:
    """What NudeNet sees in frames that are harmless."""
    yield "## Frames\n"
    yield f"{nudenet().name} on frames that show nothing to refuse:\n"
    yield "| frames of | looked at | refused | highest score | a frame |\n|---|---|---|---|---|"
    yield looked_at("the ink (golden frames)", golden_frames())
    yield looked_at("mongyudo-small", rendered_frames("mongyudo-small", PROMPTS))


def main() -> None:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    text = "\n".join(page(options.files)) + "\n"
    sys.stdout.write(text)
    if options.write:
        day = datetime.now(UTC).date().isoformat()
        (ROOT / "docs" / "results" / f"{day}-policy-filters.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
