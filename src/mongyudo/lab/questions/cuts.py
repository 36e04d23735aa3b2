"""One joined film or a clip for each scene, two or three of them?

Each arm is made the whole way: read, filmed scene after scene in one session, put together. Joined,
nothing plays before the last scene is filmed and the films are one; separate, each scene plays as
soon as it is filmed. How each bears a failure is tried, not thought: the last scene breaks off, and
what then plays is counted.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from mongyudo.backends.contract import Session
from mongyudo.backends.registry import ready
from mongyudo.errors import BackendError
from mongyudo.film.assemble import FILM, segment_name
from mongyudo.film.probe import probe
from mongyudo.journey.choices import Choices, Journey, set_out
from mongyudo.journey.filming import Filmed, Work, film_with
from mongyudo.journey.stages import put_together, read_and_judge
from mongyudo.lab.filming import frames_of
from mongyudo.lab.questions import Asked, Heard, Measure, Question
from mongyudo.lab.runs import Run, Sample, Score
from mongyudo.pipeline import plan_shots
from mongyudo.records import Cut, Dream, Shot
from mongyudo.training.verify.features import Clip

WAYS: tuple[tuple[Cut, int], ...] = (
    ("joined", 2), ("separate", 2), ("joined", 3), ("separate", 3)
)  # fmt: skip
WINDOW_S = 0.6
"""Around a seam: the transition takes half a second."""


@dataclass(frozen=True, slots=True)
class Job:
    """One dream, cut one way, filmed in an open session; `breaks` makes its last scene fail."""

    dream: Dream
    backend: str
    cut: Cut
    segments: int
    session: Session
    asked: Asked
    breaks: bool = False


class BrokenOffError(BackendError):
    """A scene broke off, because the lab wished it to."""


def make(run: Run, asked: Asked, heard: Heard) -> None:
    """Each dream in each way, backend after backend; which way comes first, goes round."""
    for backend in asked.backends:
        session = ready(backend, asked.options).open(asked.options)
        try:
            for at, gold in enumerate(asked.filmed):
                jobs = [Job(gold.dream, backend, *way, session, asked) for way in WAYS]
                for job in jobs[at % len(WAYS) :] + jobs[: at % len(WAYS)]:
                    if at == 0 and job is jobs[0] and run.stands(gold.dream.id, _arm(job)) is None:
                        warm_up(job)
                    run.sample(gold.dream.id, _arm(job), partial(film, job))
                    heard()
        finally:
            session.close()


def warm_up(job: Job) -> None:
    """Film once for nothing: the first film pays for what is loaded at first use."""
    with TemporaryDirectory() as spare:
        _make(job, Path(spare))


def _arm(job: Job) -> str:
    return f"{job.backend}-{job.cut}-{job.segments}"


def film(job: Job, folder: Path) -> dict[str, Any]:
    """Make the film of `job` in `folder`; then let it fail, and see what is left."""
    made = _make(job, folder)
    spare = folder / "broken"
    spare.mkdir()
    try:
        _make(replace(job, breaks=True), spare)
    except BrokenOffError:
        made["left_s"] = sum(probe(file).duration_s for file in _films(spare))
    for file in sorted(spare.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    spare.rmdir()
    return made


def _make(job: Job, folder: Path) -> dict[str, Any]:
    choices = Choices(
        job.backend,
        segments=job.segments,
        cut=job.cut,
        options=job.asked.options,
        size_px=job.asked.size_px,
        seconds=job.asked.seconds,
    )
    began_s = time.monotonic()
    journey = set_out(job.dream, choices)
    reading, _ = read_and_judge(job.dream, choices)
    shots, filmed, first_s = plan_shots(reading, journey), list[Filmed](), 0.0
    for shot in shots:
        filmed.append(_film(job, shot, folder, fails=job.breaks and shot is shots[-1]))
        if job.cut == "separate":
            _put(filmed[-1:], journey, folder, segment_name(shot.index))
            first_s = first_s or time.monotonic() - began_s
    if job.cut == "joined":
        _put(filmed, journey, folder, FILM)
    total_s = time.monotonic() - began_s
    for piece in filmed:
        piece.piece.video.unlink(missing_ok=True)
    files = [file.name for file in _films(folder)]
    return {
        "files": files, "segments": len(shots), "seconds": total_s, "first_s": first_s or total_s,
        "bytes": sum((folder / file).stat().st_size for file in files),
        "fps": filmed[0].clip.fps, "size_px": list(filmed[0].clip.size_px),
        "prompt": "", "drawn": [],
    }  # fmt: skip


def _film(job: Job, shot: Shot, folder: Path, *, fails: bool) -> Filmed:
    def report(_share: float) -> None:
        if fails:
            raise BrokenOffError("the scene broke off, as the lab wished")

    return film_with(
        Work(job.backend, shot, folder, options=job.asked.options), job.session, report
    )


def _put(filmed: list[Filmed], journey: Journey, folder: Path, name: str) -> None:
    """Put together, and keep the film alone, under `name`."""
    bench = folder / "bench"
    bench.mkdir(exist_ok=True)
    names = put_together(filmed, journey, bench, lambda _stage, _share: None)
    made = FILM if FILM in names else segment_name(0)
    (bench / made).replace(folder / name)
    for other in bench.iterdir():
        other.unlink()
    bench.rmdir()


def _films(folder: Path) -> list[Path]:
    return sorted([*folder.glob("segment-*.mp4"), *folder.glob(FILM)])


def count(asked: Asked) -> int:
    """How many samples there will be."""
    return len(asked.filmed) * len(asked.backends) * len(WAYS)


def score(run: Run, asked: Asked) -> Iterator[Score]:
    """Of the samples of the dreams asked."""
    known = {each.dream.id for each in asked.dreams}
    for sample in run.samples():
        if sample.dream in known:
            for measure, value in _scores(sample):
                yield Score(sample.dream, sample.arm, measure, value)


def _scores(sample: Sample) -> Iterator[tuple[str, float]]:
    facts = sample.facts
    yield "seconds", facts["seconds"]
    yield "first_s", facts["first_s"]
    yield "kilobytes", facts["bytes"] / 1000
    if facts["segments"] > 1:
        yield "left_s", facts["left_s"]
        yield from _seam(sample)


def _seam(sample: Sample) -> Iterator[tuple[str, float]]:
    """The worst seam of a film, or of its clips played one after the other."""
    clips = [frames_of(sample.folder / file) for file in sample.facts["files"]]
    frames = np.concatenate(clips)
    count, fps = sample.facts["segments"], sample.facts["fps"]
    at = [round(len(frames) * part / count) for part in range(1, count)]
    around = [_around(frames, seam, round(WINDOW_S * fps)) for seam in at]
    yield "seam_step", max(_worst_step(each) for each in around)
    yield "seam_colour", max(_worst_colour(each) for each in around)
    yield "seam_flow", max(_worst_flow(each) for each in around)


def _around(frames: Clip, at: int, width: int) -> Clip:
    return frames[max(0, at - width) : at + width]


def _worst_step(frames: Clip) -> float:
    """The largest mean |f[t+1] - f[t]| / 255."""
    steps = (np.abs(two.astype(np.float32) - one).mean() for one, two in pairwise(frames))
    return float(max(steps)) / 255


def _worst_colour(frames: Clip) -> float:
    """The largest 1 - cosine of HSV histograms of neighbours."""
    from mongyudo.lab.scorers.consistency import histogram

    found = [histogram(frame) for frame in frames]
    return float(max(1 - one @ two for one, two in pairwise(found)))


def _worst_flow(frames: Clip) -> float:
    """The largest change of the median speed between neighbouring pairs, in shares of the height
    per frame."""
    from mongyudo.lab.scorers._views import luma, speed_px

    planes = [luma(frame) for frame in frames]
    speeds = [float(np.median(speed_px(*pair))) for pair in pairwise(planes)]
    worst = max((abs(two - one) for one, two in pairwise(speeds)), default=0.0)
    return worst / float(frames.shape[1])


def pairs(arms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Joined with separate, all else alike; then two scenes with three."""
    for first in arms:
        for old, new in (("-joined-", "-separate-"), ("-2", "-3")):
            second = first.replace(old, new)
            if second != first and second in arms:
                yield first, second


QUESTION = Question(
    name="cuts",
    ko="한 편으로 잇는 것이 나은가, 두세 편으로 나누는 것이 나은가?",
    en="One joined film, or two or three separate clips?",
    measures=(
        Measure("seconds", "다 만들기까지", "time to produce", "less", "s"),
        Measure("first_s", "처음 볼 수 있기까지", "time to the first playable second", "less", "s"),
        Measure("kilobytes", "크기", "size", "less", "kB"),
        Measure(
            "left_s", "마지막 장면이 실패하면 남는 길이", "left if the last fails", "more", "s"
        ),
        Measure("seam_step", "이음매의 튐", "frame jump at the seam", "less"),
        Measure("seam_colour", "이음매의 빛깔 튐", "colour jump at the seam", "less"),
        Measure("seam_flow", "이음매의 움직임 끊김", "flow break at the seam", "less"),
    ),
    make=make,
    count=count,
    score=score,
    pairs=pairs,
    arms={
        "joined": "한 편 joined",
        "separate": "나누어 separate",
        "2": "두 장면 two scenes",
        "3": "세 장면 three scenes",
    },
    limits=(
        "나눈 클립의 이음매는 이어서 볼 때의 것입니다. 따로 보면 이음매가 없습니다.",
        "A seam of separate clips is that of playing them in a row; alone they have none.",
        "짧은 꿈은 두세 장면이 못 될 수 있습니다. 그때는 있는 만큼 셉니다.",
        "A short dream may have fewer scenes than asked for; it is counted as it is.",
    ),
)
