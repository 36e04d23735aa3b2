"""Which model films these dreams best? The same dreams and seeds, one model after the other.

The main answer is people's: blinded pairwise votes. What can be measured stands beside it, and
published figures beside that, never mixed.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mongyudo.backends.diffusion.prices import price_of
from mongyudo.backends.registry import get
from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.filming import Studio, shot_of
from mongyudo.lab.questions import Asked, Heard, Measure, Question
from mongyudo.lab.retention import drawn, kept_in_english, share
from mongyudo.lab.runs import Run, Sample, Score
from mongyudo.reading import read
from mongyudo.records import Shot

FILM_CLIPS = 2
"""A film's, by default."""


def make(run: Run, asked: Asked, heard: Heard) -> None:
    """A clip of each dream by each backend; the first of each is filmed twice, since it pays for
    what is loaded at first use."""
    for backend in asked.backends:
        with Studio(backend, asked.options) as studio:
            for at, gold in enumerate(asked.filmed):
                reading = read(gold.dream, segments=1)
                scene = reading.segments[0]
                shot = shot_of(asked.of(backend), gold.dream, reading, scene, gold.dream.text)
                if at == 0 and run.stands(gold.dream.id, backend) is None:
                    with TemporaryDirectory() as spare:
                        studio.film(shot, Path(spare))
                run.sample(gold.dream.id, backend, partial(_film, studio, shot))
                heard()


def _film(studio: Studio, shot: Shot, folder: Path) -> dict[str, Any]:
    made = studio.film(shot, folder)
    return {**made, "licence": get(studio.backend).spec.licence, "seed": shot.seed}


def count(asked: Asked) -> int:
    """How many clips there will be."""
    return len(asked.filmed) * len(asked.backends)


def score(run: Run, asked: Asked) -> Iterator[Score]:
    """Of the clips of the dreams asked."""
    gold = {each.dream.id: each for each in asked.dreams}
    for sample in run.samples():
        if sample.dream in gold:
            for measure, value in _scores(sample, gold[sample.dream]):
                yield Score(sample.dream, sample.arm, measure, value)


def _scores(sample: Sample, gold: GoldDream) -> Iterator[tuple[str, float]]:
    facts = sample.facts
    yield "width_px", float(facts["size_px"][0])
    yield "height_px", float(facts["size_px"][1])
    yield "frames", float(facts["frames"])
    yield "length_s", facts["frames"] / facts["fps"]
    yield "seconds", facts["seconds"]
    if "memory_bytes" in facts:
        yield "memory_gb", facts.get("gpu_bytes", facts["memory_bytes"]) / 1e9
    if price := price_of(facts["machine"]["gpu"]):
        yield "cost_usd", FILM_CLIPS * facts["seconds"] / 3600 * price.usd_per_h[0]
    if "tokens" in facts:
        yield "tokens", float(facts["tokens"])
        yield "cut", float(len(facts["cut"]))
    yield from _kept(sample, gold)


def _kept(sample: Sample, gold: GoldDream) -> Iterator[tuple[str, float]]:
    if gold.elements and "tokens" in sample.facts:
        yield "sent", share(kept_in_english(gold.elements, sample.facts["prompt"]))
    elif gold.elements:
        pictured = [each for each in gold.elements if each.pictured]
        yield "drawn", share(drawn(pictured, [each["keyword"] for each in sample.facts["drawn"]]))


def pairs(arms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each with each."""
    return combinations(arms, 2)


QUESTION = Question(
    name="models",
    ko="어느 모델이 꿈을 가장 잘 그리는가?",
    en="Which model films dreams best?",
    measures=(
        Measure("width_px", "너비", "width", unit="px"),
        Measure("height_px", "높이", "height", unit="px"),
        Measure("frames", "프레임 수", "frames"),
        Measure("length_s", "길이", "length", unit="s"),
        Measure("seconds", "한 클립에 걸린 시간", "seconds a clip", "less", "s"),
        Measure("memory_gb", "가장 많이 쓴 기억 장치", "peak memory", "less", "GB"),
        Measure("cost_usd", "영상 한 편의 값", "cost of a film, cheapest offer", "less", "$"),
        Measure("tokens", "토큰 수", "tokens"),
        Measure("cut", "글에서 잘려 나간 부분", "parts cut from the prompt", "less"),
        Measure("sent", "모델이 받은 꿈", "of the dream, kept in the prompt as sent", "more"),
        Measure("drawn", "그려진 꿈", "drawn, by the ink's own word", "more"),
    ),
    make=make,
    count=count,
    score=score,
    pairs=pairs,
    published=True,
    limits=(
        "떨림과 매끄러움은 모델마다 차이가 작아 순위를 정하지 못합니다. 먼저 볼 것은 투표입니다.",
        "Models differ by under a point in flicker and smoothness: votes rank them, not those.",
        "작은 무작위 가중치로 찍은 클립은 과정이 이어지는지만 보여 줍니다.",
        "Clips of small random weights show only that the whole way works.",
    ),
)
